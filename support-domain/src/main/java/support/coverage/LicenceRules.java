package support.coverage;

import java.time.LocalDate;
import java.util.stream.Stream;
import support.coverage.LicenceAnswer.Found;
import support.coverage.LicenceAnswer.None;
import support.coverage.LicenceAnswer.Unchecked;
import support.licence.Licence;

/** What is asked of the licence. Of one that is not the asker's own no day is told. */
final class LicenceRules {
    private LicenceRules() {}

    static Stream<Finding> none(Inquiry asked, ScopeTerms terms) {
        return switch (asked.licence()) {
            case None none -> Stream.of(none(none.number(), asked));
            case Unchecked unchecked ->
                Stream.of(ScopeRule.NO_LICENCE.doubts(
                        unchecked.reason().name(), asked.app().name()));
            case Found found -> mismatch(found.licence(), asked);
        };
    }

    private static Finding none(String number, Inquiry asked) {
        return number.isEmpty()
                ? ScopeRule.NO_LICENCE.refuses("refused", asked.app().name())
                : ScopeRule.NO_LICENCE.refuses("refusedNumber", asked.app().name(), number);
    }

    private static Stream<Finding> mismatch(Licence licence, Inquiry asked) {
        if (!licence.appKey().equals(asked.app().key())) {
            return Stream.of(none(licence.number(), asked));
        }
        if (asked.hosting() != null && asked.hosting() != licence.hosting()) {
            return Stream.of(ScopeRule.NO_LICENCE.doubts("otherHosting", licence.number()));
        }
        return licence.startsOn() != null && asked.today().isBefore(licence.startsOn())
                ? Stream.of(ScopeRule.NO_LICENCE.doubts("notBegun", licence.number()))
                : Stream.empty();
    }

    static Stream<Finding> expired(Inquiry asked, ScopeTerms terms) {
        return ofThisApp(asked)
                .filter(found -> found.licence().kind() != Licence.Kind.EVALUATION)
                .flatMap(found -> end(ScopeRule.LICENCE_EXPIRED, found, terms.graceDays(), asked, terms));
    }

    static Stream<Finding> evaluationEnded(Inquiry asked, ScopeTerms terms) {
        return ofThisApp(asked)
                .filter(found -> found.licence().kind() == Licence.Kind.EVALUATION)
                .flatMap(found -> end(ScopeRule.EVALUATION_ENDED, found, 0, asked, terms));
    }

    private static Stream<Found> ofThisApp(Inquiry asked) {
        return asked.licence() instanceof Found found
                        && found.licence().appKey().equals(asked.app().key())
                ? Stream.of(found)
                : Stream.empty();
    }

    private static Stream<Finding> end(ScopeRule rule, Found found, int graceDays, Inquiry asked, ScopeTerms terms) {
        Licence licence = found.licence();
        LocalDate end = licence.endsOn();
        if (!licence.holdsOn(asked.today(), graceDays)) {
            return Stream.of(
                    end != null && end.isBefore(asked.today()) && found.own()
                            ? rule.refuses("refusedSince", licence.number(), end.toString())
                            : rule.refuses("refused", licence.number()));
        }
        if (end == null || !found.own()) {
            return Stream.empty();
        }
        if (end.isBefore(asked.today())) {
            return Stream.of(rule.warns(
                    "grace",
                    licence.number(),
                    end.toString(),
                    end.plusDays(graceDays).toString()));
        }
        return Days.soon(end, asked.today(), terms)
                ? Stream.of(rule.warns("soon", licence.number(), end.toString()))
                : Stream.empty();
    }
}
