package support.publishing.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.validation.Errors;
import support.calendar.CalendarPlan;
import support.calendar.RefusedCalendar;
import support.calendar.Window;

/** Reads days that are written one in a line: a date, perhaps windows, and a name. */
final class DayLines {
    private static final Pattern DAY = Pattern.compile("(\\S+)\\s*((?:\\d[\\d:]*-\\d[\\d:]*[,\\s]*)*)(.*)");
    private static final DateTimeFormatter GERMAN =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_NAME = 80;
    /** More than a calendar takes: what follows need not be read. */
    private static final int MOST = 1001;

    private record Line(LocalDate date, List<Window> windows, String name) {}

    private DayLines() {}

    /** Errors go to the field {@code closures}. */
    static List<CalendarPlan.Closure> closures(String text, Errors errors) {
        return days(text, "closures", errors, (line, wrong) -> {
            if (!line.windows.isEmpty()) {
                wrong.add("calendar.line.windows");
            }
            return new CalendarPlan.Closure(line.date, line.name);
        });
    }

    /** Errors go to the field {@code changedDays}. */
    static List<CalendarPlan.ChangedDay> changedDays(String text, Errors errors) {
        return days(text, "changedDays", errors, (line, wrong) -> {
            if (line.windows.isEmpty()) {
                wrong.add("calendar.line.noWindows");
            }
            return new CalendarPlan.ChangedDay(line.date, line.name, line.windows);
        });
    }

    private static <D> List<D> days(
            String text, String field, Errors errors, BiFunction<Line, List<String>, D> reader) {
        List<D> days = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length && days.size() < MOST; i++) {
            if (!lines[i].isBlank()) {
                List<String> wrong = new ArrayList<>();
                Line line = line(lines[i].strip(), wrong);
                if (wrong.isEmpty()) {
                    days.add(reader.apply(line, wrong));
                }
                for (String code : wrong) {
                    errors.rejectValue(field, code, new Object[] {i + 1, lines[i].strip()}, null);
                }
            }
        }
        return days;
    }

    private static Line line(String text, List<String> wrong) {
        Matcher parts = DAY.matcher(text);
        LocalDate date = LocalDate.EPOCH;
        List<Window> windows = List.of();
        String name = "";
        try {
            if (parts.matches()) {
                date = date(parts.group(1));
                windows = windows(parts.group(2).strip());
                name = parts.group(3).strip();
            }
        } catch (DateTimeException notADate) {
            wrong.add("calendar.line.date");
        } catch (RefusedCalendar notAWindow) {
            wrong.add("calendar.line.hours");
        }
        if (wrong.isEmpty() && !isName(name)) {
            wrong.add("calendar.line.name");
        }
        return new Line(date, windows, name);
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static LocalDate date(String text) {
        return text.contains(".") ? LocalDate.parse(text, GERMAN) : LocalDate.parse(text);
    }

    private static List<Window> windows(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("[\\s,]+")).map(Window::parse).toList();
    }
}
