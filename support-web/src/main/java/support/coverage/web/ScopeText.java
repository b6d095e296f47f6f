package support.coverage.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import support.catalog.Hosting;
import support.coverage.Finding;
import support.coverage.Verdict;

/** A verdict in words, for pages and letters alike: at most two sentences a finding, which name the next step. */
@Component("scopeText")
public class ScopeText {
    private final MessageSource messages;

    ScopeText(MessageSource messages) {
        this.messages = messages;
    }

    /** What decides: what refuses, else what could not be checked; none when it is covered. */
    public List<String> reasons(Verdict verdict) {
        return switch (verdict.kind()) {
            case COVERED -> List.of();
            case NOT_COVERED -> sentences(verdict, Finding.Effect.REFUSES);
            case UNVERIFIED -> sentences(verdict, Finding.Effect.DOUBTS);
        };
    }

    /** What is covered today and will not be soon. */
    public List<String> warnings(Verdict verdict) {
        return sentences(verdict, Finding.Effect.WARNS);
    }

    private List<String> sentences(Verdict verdict, Finding.Effect effect) {
        return verdict.findings(effect).stream().map(this::sentence).toList();
    }

    /** One finding, as the customer reads it. */
    public String sentence(Finding finding) {
        Object[] evidence = finding.evidence().stream().map(this::readable).toArray();
        return messages.getMessage(finding.message(), evidence, locale());
    }

    /** {@code 12 January 2027}; days of a licence are days in the vendor's zone, the same for every reader. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale()).format(day);
    }

    private String readable(String evidence) {
        LocalDate day = dayOrNull(evidence);
        if (day != null) {
            return day(day);
        }
        for (Hosting hosting : Hosting.values()) {
            if (hosting.name().equals(evidence)) {
                return messages.getMessage("hosting." + hosting, null, locale());
            }
        }
        return evidence;
    }

    private static @Nullable LocalDate dayOrNull(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
