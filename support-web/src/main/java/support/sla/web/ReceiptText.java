package support.sla.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import support.calendar.ClosedDay;
import support.sla.Metric;
import support.sla.Receipt;
import support.sla.Severity;

/** A receipt in words, for pages and letters alike; all times in the desk's zone. */
@Component("receiptText")
public class ReceiptText {
    /**
     * One line in words.
     *
     * @param kind for the look: counted, closed, folded or changed
     * @param inside the lines of a folded one, else none
     */
    public record Row(String kind, String when, String counted, List<Row> inside) {}

    private static final String DAY = "EEE d MMM";

    private final MessageSource messages;

    ReceiptText(MessageSource messages) {
        this.messages = messages;
    }

    public List<Row> rows(Receipt receipt) {
        return rows(receipt.lines(), receipt.zone());
    }

    /** {@code 4:00 = Level 2, policy v1, calendar v1}. */
    public String sum(Receipt receipt) {
        return say(
                receipt.metric() == Metric.NEXT_NEWS ? "receipt.sum.named" : "receipt.sum",
                length(receipt.counted()),
                level(receipt.severity()),
                receipt.policyVersion(),
                receipt.calendarVersion());
    }

    private List<Row> rows(List<Receipt.Line> lines, ZoneId zone) {
        return lines.stream().map(line -> row(line, zone)).toList();
    }

    private Row row(Receipt.Line line, ZoneId zone) {
        return switch (line) {
            case Receipt.Counted counted -> new Row("counted", span(counted, zone), length(shown(counted)), List.of());
            case Receipt.Closed closed ->
                new Row("closed", day(closed.date()), say("receipt.closed", reasons(closed)), List.of());
            case Receipt.Folded folded ->
                new Row(
                        "folded",
                        say("receipt.folded", folded.businessDays()),
                        length(folded.length()),
                        rows(folded.lines(), zone));
            case Receipt.Reclassified changed ->
                new Row("changed", time(changed.at(), zone), change(changed, zone), List.of());
            case Receipt.Republished next -> new Row("changed", time(next.at(), zone), republished(next), List.of());
            case Receipt.Paused paused -> new Row("closed", pause(paused, zone), say("receipt.paused"), List.of());
            case Receipt.Left left -> new Row("counted", say("receipt.left"), length(left.length()), List.of());
        };
    }

    private String span(Receipt.Counted counted, ZoneId zone) {
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm", locale());
        LocalDate first = counted.from().atZone(zone).toLocalDate();
        LocalDate last = counted.to().minusNanos(1).atZone(zone).toLocalDate();
        String end = counted.to().atZone(zone).format(clock);
        String begin = day(first) + " " + counted.from().atZone(zone).format(clock);
        return begin + "–" + (first.equals(last) ? end : day(last) + " " + end);
    }

    private String pause(Receipt.Paused paused, ZoneId zone) {
        String from = time(paused.from(), zone);
        return paused.to() == null ? say("receipt.since", from) : from + "–" + time(paused.to(), zone);
    }

    private String reasons(Receipt.Closed closed) {
        Stream<String> weekend = closed.weekend() ? Stream.of(say("receipt.weekend")) : Stream.empty();
        return Stream.concat(weekend, closed.days().stream().map(ClosedDay::name))
                .collect(Collectors.joining(", "));
    }

    private String change(Receipt.Reclassified changed, ZoneId zone) {
        return say(
                changed.moved() ? "receipt.changed" : "receipt.changed.same",
                level(changed.from()),
                level(changed.to()),
                time(changed.dueBefore(), zone),
                time(changed.dueAfter(), zone));
    }

    private String republished(Receipt.Republished next) {
        return say(
                "receipt.republished",
                next.policyVersion(),
                next.calendar(),
                next.calendarVersion(),
                length(next.target()));
    }

    private String level(Severity severity) {
        return say("severity." + severity);
    }

    private String time(Instant at, ZoneId zone) {
        return at.atZone(zone).format(DateTimeFormatter.ofPattern(DAY + " HH:mm", locale()));
    }

    private static String day(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern(DAY, locale()));
    }

    /** Between the minutes that the line shows, so that what is shown adds up though both ends are cut. */
    private static Duration shown(Receipt.Counted counted) {
        return Duration.between(
                counted.from().truncatedTo(ChronoUnit.MINUTES), counted.to().truncatedTo(ChronoUnit.MINUTES));
    }

    /** Hours and minutes: {@code 0:30}. */
    private static String length(Duration length) {
        return "%d:%02d".formatted(length.toHours(), length.toMinutesPart());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
