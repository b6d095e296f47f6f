package support.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;

/**
 * A half-open stretch of a local day, {@code [openInclusive, closeExclusive)}, in seconds since its wall clock showed
 * 00:00. A window may close at 24:00, which no {@link LocalTime} can say.
 */
public record Window(int openInclusive, int closeExclusive) {
    private static final int DAY = 24 * 60 * 60;
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("HH:mm[:ss]").withResolverStyle(ResolverStyle.STRICT);

    /** @throws RefusedCalendar when it closes before it opens, or is no part of a day */
    public Window {
        if (openInclusive < 0 || closeExclusive > DAY) {
            throw new RefusedCalendar("A window lies between 00:00 and 24:00");
        }
        if (openInclusive >= closeExclusive) {
            throw new RefusedCalendar(
                    "A window opens before it closes, not " + text(openInclusive) + "-" + text(closeExclusive));
        }
    }

    /**
     * Reads {@code 09:00-17:00} or {@code 22:00-24:00}.
     *
     * @throws RefusedCalendar when the text reads otherwise
     */
    public static Window parse(String text) {
        String[] limits = text.split("-", -1);
        if (limits.length != 2) {
            throw unreadable(text);
        }
        try {
            return new Window(second(limits[0]), second(limits[1]));
        } catch (DateTimeParseException notATime) {
            throw unreadable(text);
        }
    }

    private static int second(String text) {
        return text.equals("24:00") ? DAY : LocalTime.parse(text, TO_THE_SECOND).toSecondOfDay();
    }

    private static RefusedCalendar unreadable(String text) {
        return new RefusedCalendar("A window reads like 09:00-17:00, not " + text);
    }

    /** Whether windows that do not overlap leave no second of a day closed. */
    static boolean fillDay(List<Window> windows) {
        return windows.stream()
                        .mapToInt(window -> window.closeExclusive - window.openInclusive)
                        .sum()
                == DAY;
    }

    boolean contains(LocalTime time) {
        int second = time.toSecondOfDay();
        return openInclusive <= second && second < closeExclusive;
    }

    /** @param later one that does not open earlier */
    boolean overlaps(Window later) {
        return later.openInclusive < closeExclusive;
    }

    @Override
    public String toString() {
        return text(openInclusive) + "-" + text(closeExclusive);
    }

    private static String text(int second) {
        return "%02d:%02d".formatted(second / 3600, second / 60 % 60);
    }
}
