package support.site.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Words, numbers and days as somebody typed them: anything may be missing or absurd. */
public final class Typed {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private Typed() {}

    /** Of any number of lines, without what surrounds it; empty for nothing. */
    public static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").replace("\0", "").strip();
    }

    /** As one line; control characters count as blanks. */
    public static String line(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    /** From 0 to 999,999,999; -1 for what is no such number. */
    public static long number(@Nullable String typed) {
        return text(typed).matches("\\d{1,9}") ? Long.parseLong(text(typed)) : -1;
    }

    /** As {@code 2026-12-31}; null for what is no day, or none that anybody can mean. */
    public static @Nullable LocalDate day(@Nullable String typed) {
        try {
            LocalDate day = LocalDate.parse(text(typed));
            return isSensible(day) ? day : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** From 2000 to 2199. */
    public static boolean isSensible(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
