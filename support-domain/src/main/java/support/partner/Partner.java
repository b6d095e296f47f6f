package support.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import support.people.PartnerKind;

/**
 * An organisation as a partner of the vendor. Immutable: each verb gives the partner as it is after it, and refuses with a
 * {@link RefusedStep} what the present standing does not allow. Days are days in the vendor's zone.
 *
 * @param organisation its number, and the partner's
 * @param kind as what it has applied, or was approved
 * @param validity null until it was approved
 * @param owner the person of the desk who looks after it; null for nobody
 * @param version counts changes, for noticing that a form is stale
 */
public record Partner(
        long organisation,
        PartnerKind kind,
        Standing standing,
        @Nullable Validity validity,
        @Nullable Long owner,
        int version) {

    /** An organisation that was no partner so far applies to be one. */
    public static Partner applying(long organisation, PartnerKind kind) {
        return new Partner(organisation, kind, Standing.APPLIED, null, null, 0);
    }

    /** One that was refused, or has ended, applies again. */
    public Partner apply(PartnerKind as) {
        return new Partner(organisation, as, after(Standing.Step.APPLIED), null, owner, version + 1);
    }

    /**
     * The desk says yes; with a first day that is still to come it begins then.
     *
     * @param as usually the kind that was applied for
     * @param responsible who looks after it at the desk
     * @throws IllegalArgumentException when the last day has passed
     */
    public Partner approve(PartnerKind as, Validity days, long responsible, LocalDate today) {
        Standing next = after(Standing.Step.APPROVED);
        refuseOver(days, today);
        return new Partner(organisation, as, next, days, responsible, version + 1);
    }

    public Partner refuse() {
        return with(after(Standing.Step.REFUSED));
    }

    public Partner suspend() {
        return with(after(Standing.Step.SUSPENDED));
    }

    public Partner resume() {
        return with(after(Standing.Step.RESUMED));
    }

    public Partner end() {
        return with(after(Standing.Step.ENDED));
    }

    /**
     * Another last day; despite the verb also an earlier one, but none that has passed.
     *
     * @param last null for until further notice
     * @throws IllegalArgumentException when it has passed, or is before the first day
     */
    public Partner prolong(@Nullable LocalDate last, LocalDate today) {
        Standing next = after(Standing.Step.PROLONGED);
        Validity until = days().orElseThrow().until(last);
        refuseOver(until, today);
        return new Partner(organisation, kind, next, until, owner, version + 1);
    }

    /** Somebody else of the desk looks after it. */
    public Partner handOver(long to) {
        return new Partner(organisation, kind, after(Standing.Step.HANDED_OVER), validity, to, version + 1);
    }

    /** What time alone has done by a day: where the last day has passed, the partnership has ended. */
    public Partner on(LocalDate today) {
        boolean over = standing.after(Standing.Step.RAN_OUT).isPresent()
                && days().filter(valid -> valid.isOverOn(today)).isPresent();
        return over ? with(after(Standing.Step.RAN_OUT)) : this;
    }

    /** When time alone will do something next: it begins, or its last day is over; empty when it never will. */
    public Optional<Instant> nextLook(LocalDate today, ZoneId zone) {
        if (standing.after(Standing.Step.RAN_OUT).isEmpty() || validity == null) {
            return Optional.empty();
        }
        LocalDate last = validity.last();
        if (validity.first().isAfter(today)) {
            return Optional.of(validity.first().atStartOfDay(zone).toInstant());
        }
        return last == null
                ? Optional.empty()
                : Optional.of(last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Whether it is a partner on a day, with all that partners may do. */
    public boolean isActiveOn(LocalDate day) {
        return standing == Standing.ACTIVE
                && days().filter(valid -> valid.holdsOn(day)).isPresent();
    }

    private Optional<Validity> days() {
        return Optional.ofNullable(validity);
    }

    private Standing after(Standing.Step step) {
        return standing.after(step).orElseThrow(() -> new RefusedStep(step, standing));
    }

    private Partner with(Standing next) {
        return new Partner(organisation, kind, next, validity, owner, version + 1);
    }

    private static void refuseOver(Validity days, LocalDate today) {
        if (days.isOverOn(today)) {
            throw new IllegalArgumentException("the last day " + days.last() + " has passed");
        }
    }
}
