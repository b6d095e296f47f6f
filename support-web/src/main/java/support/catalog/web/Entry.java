package support.catalog.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Reads what was typed into a field: what cannot be is an error beside it. */
final class Entry {
    static final int LONGEST = 200;

    private Entry() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }

    /** Something, of at most 200 characters. */
    static String name(@Nullable String typed, String field, BindingResult errors) {
        String text = text(typed);
        if (text.isEmpty() || text.length() > LONGEST) {
            errors.rejectValue(field, "catalogue.name.wrong");
        }
        return text;
    }

    /** Null for an empty field, and for what is no day. */
    static @Nullable LocalDate day(@Nullable String typed, String field, BindingResult errors) {
        try {
            return text(typed).isEmpty() ? null : LocalDate.parse(text(typed));
        } catch (DateTimeParseException noDay) {
            errors.rejectValue(field, "catalogue.day.wrong");
            return null;
        }
    }

    /** The constant of an enum, or the usual one. */
    static <E extends Enum<E>> E one(@Nullable String typed, Class<E> type, E usual) {
        try {
            return Enum.valueOf(type, text(typed));
        } catch (IllegalArgumentException none) {
            return usual;
        }
    }

    static <T> @Nullable T parsed(
            @Nullable String typed, Function<String, Optional<T>> reader, String field, BindingResult errors) {
        Optional<T> read = text(typed).length() > LONGEST ? Optional.empty() : reader.apply(text(typed));
        if (read.isEmpty()) {
            errors.rejectValue(field, "catalogue." + field + ".wrong");
        }
        return read.orElse(null);
    }
}
