package support.coverage.app;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import support.catalog.App;
import support.coverage.Claim;
import support.coverage.LicenceAnswer;
import support.coverage.persistence.LinkUses;
import support.licence.Licence;
import support.licence.Licensee;
import support.licence.app.LicenceLookup;
import support.licence.persistence.Licences;
import support.people.Viewer;

/** Which licence a request stands on: the one that was named, else the best of those that count. */
@Component
class LicenceFinder {
    private final Licences licences;
    private final Optional<LicenceLookup> lookup;
    private final LinkUses links;

    LicenceFinder(Licences licences, Optional<LicenceLookup> lookup, LinkUses links) {
        this.licences = licences;
        this.lookup = lookup;
        this.links = links;
    }

    /**
     * @param whose the asker's, or the end customer's for whom a partner asks
     * @param mayAsk whether a number that is not one of theirs may be looked up
     */
    LicenceAnswer find(Claim claim, App app, Viewer asker, Licensee whose, LocalDate today, Predicate<String> mayAsk) {
        List<Licence> own = licences.own(whose);
        String number = claim.licence().strip();
        if (number.length() > Licence.LONGEST_NUMBER) {
            return unknown("", app); // nobody is asked, and nothing is remembered, for what is no number
        }
        if (number.isEmpty() && whose.isUnknown()) {
            return new LicenceAnswer.Unchecked(LicenceAnswer.Reason.NOT_AGREED);
        }
        return number.isEmpty() ? best(own, claim, app, today) : named(number, own, vouched(claim, asker), app, mayAsk);
    }

    /** The app itself has said that its licence has this number. */
    private boolean vouched(Claim claim, Viewer asker) {
        return claim.link() != null && links.vouches(claim.link(), asker.id(), claim.app(), claim.licence());
    }

    private LicenceAnswer named(String number, List<Licence> own, boolean vouched, App app, Predicate<String> mayAsk) {
        Optional<Licence> mine = own.stream()
                .filter(licence -> licence.number().equalsIgnoreCase(number))
                .findFirst();
        if (mine.isEmpty() && !vouched && !mayAsk.test(number)) {
            return new LicenceAnswer.Unchecked(LicenceAnswer.Reason.ASKED_OFTEN);
        }
        return mine.or(() -> licences.find(number))
                .<LicenceAnswer>map(found -> new LicenceAnswer.Found(found, vouched || isOneOf(own, found)))
                .orElseGet(() -> elsewhere(number, app));
    }

    /** What the desk does not know, others may. */
    private LicenceAnswer elsewhere(String number, App app) {
        return switch (lookup.map(asked -> asked.find(number)).orElseGet(LicenceLookup.None::new)) {
            case LicenceLookup.Found found -> new LicenceAnswer.Found(found.licence(), false);
            case LicenceLookup.None none -> unknown(number, app);
            case LicenceLookup.Unavailable nobody -> new LicenceAnswer.Unchecked(LicenceAnswer.Reason.UNAVAILABLE);
        };
    }

    private static boolean isOneOf(List<Licence> own, Licence found) {
        return own.stream().anyMatch(licence -> licence.id() == found.id());
    }

    /** For the hosting that was said, holding today, ending last. */
    private LicenceAnswer best(List<Licence> own, Claim claim, App app, LocalDate today) {
        return own.stream()
                .filter(licence -> licence.appKey().equals(app.key()))
                .max(Comparator.<Licence, Boolean>comparing(licence -> licence.hosting() == claim.hosting())
                        .thenComparing(licence -> licence.holdsOn(today, 0))
                        .thenComparing(licence -> licence.endsOn() == null ? LocalDate.MAX : licence.endsOn()))
                .<LicenceAnswer>map(licence -> new LicenceAnswer.Found(licence, true))
                .orElseGet(() -> unknown("", app));
    }

    private LicenceAnswer unknown(String number, App app) {
        return licences.knows(app.key())
                ? new LicenceAnswer.None(number)
                : new LicenceAnswer.Unchecked(LicenceAnswer.Reason.NO_DATA);
    }
}
