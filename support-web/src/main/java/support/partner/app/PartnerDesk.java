package support.partner.app;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.organisation.app.NotThere;
import support.partner.Partner;
import support.partner.PartnerEvent;
import support.partner.Standing;
import support.partner.Validity;
import support.partner.persistence.Partners;
import support.people.PartnerKind;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.app.CurrentTerms;

/**
 * What people do to partnerships: a manager applies, the leads of the desk do the rest. What the standing does not allow is
 * a {@link support.partner.RefusedStep}.
 *
 * <p>{@code seen} is the version of the partner on the page that a change was sent from; when it has another by now,
 * {@link StalePartner} is thrown.
 */
@Component
@Transactional
public class PartnerDesk {
    private final Partners partners;
    private final People people;
    private final CurrentTerms terms;
    private final Audit audit;
    private final PartnerLetters letters;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    PartnerDesk(
            Partners partners,
            People people,
            CurrentTerms terms,
            Audit audit,
            PartnerLetters letters,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.partners = partners;
        this.people = people;
        this.terms = terms;
        this.audit = audit;
        this.letters = letters;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * @param words why, for the leads
     * @throws NotThere for somebody who does not manage an organisation
     */
    public void apply(PartnerKind kind, String words, Viewer by) {
        Long organisation = by.organisation();
        if (organisation == null || !by.manages()) {
            throw new NotThere();
        }
        Partner after = partners.findLocked(organisation)
                .map(known -> looked(known).apply(kind))
                .orElseGet(() -> Partner.applying(organisation, kind));
        keep(Standing.Step.APPLIED, words, after, by);
    }

    /** @param days the first may still be to come */
    public void approve(long organisation, int seen, PartnerKind as, Validity days, Viewer lead) {
        change(
                organisation,
                seen,
                Standing.Step.APPROVED,
                "",
                lead,
                (partner, today) -> partner.approve(as, days, lead.id(), today));
    }

    public void refuse(long organisation, int seen, String reason, Viewer lead) {
        change(organisation, seen, Standing.Step.REFUSED, reason, lead, (partner, today) -> partner.refuse());
    }

    public void suspend(long organisation, int seen, String reason, Viewer lead) {
        change(organisation, seen, Standing.Step.SUSPENDED, reason, lead, (partner, today) -> partner.suspend());
    }

    public void resume(long organisation, int seen, Viewer lead) {
        change(organisation, seen, Standing.Step.RESUMED, "", lead, (partner, today) -> partner.resume());
    }

    /** @param last null for until further notice */
    public void prolong(long organisation, int seen, @Nullable LocalDate last, Viewer lead) {
        change(organisation, seen, Standing.Step.PROLONGED, "", lead, (partner, today) -> partner.prolong(last, today));
    }

    /** @throws NotThere when the new owner does not answer customers */
    public void handOver(long organisation, int seen, long owner, Viewer lead) {
        if (!people.answers(owner)) {
            throw new NotThere();
        }
        change(organisation, seen, Standing.Step.HANDED_OVER, "", lead, (partner, today) -> partner.handOver(owner));
    }

    public void end(long organisation, int seen, String reason, Viewer lead) {
        change(organisation, seen, Standing.Step.ENDED, reason, lead, (partner, today) -> partner.end());
    }

    /**
     * Lets time act on a partnership.
     *
     * @return when to look next; empty when there is nothing left to look for
     */
    public Optional<Instant> look(long organisation) {
        return partners.findLocked(organisation)
                .flatMap(known ->
                        looked(known).nextLook(today(), terms.calendar().zone()));
    }

    private void change(
            long organisation,
            int seen,
            Standing.Step step,
            String words,
            Viewer by,
            BiFunction<Partner, LocalDate, Partner> verb) {
        Partner known = partners.findLocked(organisation).orElseThrow(NotThere::new);
        if (known.version() != seen) {
            throw new StalePartner();
        }
        keep(step, words, verb.apply(looked(known), today()), by);
    }

    /** What time has done by now comes first, whether or not a timer was there in time. */
    private Partner looked(Partner known) {
        Partner now = known.on(today());
        if (now.version() != known.version()) {
            keep(Standing.Step.RAN_OUT, "", now, null);
        }
        return now;
    }

    /** In the vendor's zone, by the terms as the database knows them: it counts the same day. */
    private LocalDate today() {
        return LocalDate.ofInstant(
                clock.instant(), terms.hold().at(clock.instant()).calendar().zone());
    }

    /** The audit log last: whoever writes into it waits for others who do. */
    private void keep(Standing.Step step, String words, Partner after, @Nullable Viewer by) {
        Long actor = by == null ? null : by.id();
        PartnerEvent event = new PartnerEvent(clock.instant(), actor, step, words, after);
        partners.keep(event);
        listeners.publishEvent(new PartnerChanged(event));
        letters.tell(event);
        audit.record(Deed.valueOf("PARTNER_" + step), actor, "organisation:" + after.organisation(), details(after));
    }

    private static Map<String, String> details(Partner after) {
        Map<String, String> details = new TreeMap<>(Map.of("kind", after.kind().name()));
        Validity validity = after.validity();
        if (validity != null) {
            details.put("from", validity.first().toString());
            details.put(
                    "until",
                    validity.last() == null ? "further notice" : validity.last().toString());
        }
        return details;
    }
}
