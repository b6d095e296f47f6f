package support.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import support.calendar.CalendarPlan;
import support.calendar.ServiceCalendar;
import support.calendar.Window;

/**
 * The terms of service as they were published so far: every version of every calendar and of the policy, each with the
 * instant from which it is in force. Immutable; publishing gives new terms. What they say of a time before a publication
 * never changes, so that whoever knows the two newest versions that a promise was counted by can count it again.
 *
 * <p>Versions of calendars are numbered across all calendars, those of the policy on their own; both begin with 1.
 */
public final class Terms {
    /** The calendar of the desk itself: it says when the desk is open, and the first policy counts by it. */
    public static final String OFFICE_HOURS = "Office hours";

    /**
     * One version of a calendar.
     *
     * @param name of the calendar, the same for all of its versions
     * @param effective from when on it is in force; the first version of a calendar is in force before it as well
     */
    public record PublishedCalendar(String name, ServiceCalendar calendar, Instant effective) {}

    /** @param effective from when on it is in force; the first policy is in force before it as well */
    public record PublishedPolicy(Policy policy, Instant effective) {}

    /** The desk's own calendar and the policy that are in force at an instant. */
    public record InForce(ServiceCalendar calendar, Policy policy) {}

    private final List<PublishedCalendar> calendars;
    private final List<PublishedPolicy> policies;
    /** Every instant at which something comes into force. */
    private final NavigableSet<Instant> changes = new TreeSet<>();

    private Terms(List<PublishedCalendar> calendars, List<PublishedPolicy> policies) {
        this.calendars = List.copyOf(calendars);
        this.policies = List.copyOf(policies);
        calendars.forEach(published -> changes.add(published.effective));
        policies.forEach(published -> changes.add(published.effective));
    }

    /** The terms of a desk that has published nothing yet: the first versions, in force since ever. */
    public static Terms standard() {
        CalendarPlan plan = CalendarPlan.officeHours();
        return of(plan.build(1, plan.statutory()), Policy.standard());
    }

    /** A first calendar and a first policy, in force since ever. */
    public static Terms of(ServiceCalendar calendar, Policy policy) {
        return of(
                List.of(new PublishedCalendar(OFFICE_HOURS, calendar, Instant.EPOCH)),
                List.of(new PublishedPolicy(policy, Instant.EPOCH)));
    }

    /**
     * All that was published, each list in the order of its versions.
     *
     * @throws RefusedTerms when a version does not follow the one before it
     */
    public static Terms of(List<PublishedCalendar> calendars, List<PublishedPolicy> policies) {
        Terms terms = new Terms(calendars.subList(0, 1), policies.subList(0, 1));
        for (PublishedCalendar next : calendars.subList(1, calendars.size())) {
            terms = terms.with(next);
        }
        for (PublishedPolicy next : policies.subList(1, policies.size())) {
            terms = terms.with(next);
        }
        return terms;
    }

    /**
     * These terms and one more version of a calendar.
     *
     * @throws RefusedTerms when it does not carry the next number, or comes into force before what was published last
     */
    public Terms with(PublishedCalendar next) {
        if (next.calendar.version() != calendarVersion() + 1) {
            throw new RefusedTerms(
                    "Calendar version " + (calendarVersion() + 1) + " comes next, not " + next.calendar.version());
        }
        calendars.stream()
                .filter(before -> before.name.equals(next.name))
                .forEach(before -> refuseBefore(before.effective, next.effective));
        List<PublishedCalendar> all = new ArrayList<>(calendars);
        all.add(next);
        return new Terms(all, policies);
    }

    /**
     * These terms and one more version of the policy.
     *
     * @throws RefusedTerms when it does not carry the next number, comes into force before what was published last, or
     *     names a calendar that is not there by then
     */
    public Terms with(PublishedPolicy next) {
        if (next.policy.version() != policyVersion() + 1) {
            throw new RefusedTerms(
                    "Policy version " + (policyVersion() + 1) + " comes next, not " + next.policy.version());
        }
        refuseBefore(policies.getLast().effective, next.effective);
        next.policy.targets().values().forEach(target -> {
            if (calendars.stream().noneMatch(known -> known.name.equals(target.calendar()))) {
                throw new RefusedTerms("There is no calendar " + target.calendar());
            }
        });
        List<PublishedPolicy> all = new ArrayList<>(policies);
        all.add(next);
        return new Terms(calendars, all);
    }

    private static void refuseBefore(Instant last, Instant next) {
        if (next.isBefore(last)) {
            throw new RefusedTerms("It comes into force before the version before it, which does at " + last);
        }
    }

    /** The terms as they were when these were the newest versions. */
    public Terms upTo(int policyVersion, int calendarVersion) {
        if (policyVersion == policyVersion() && calendarVersion == calendarVersion()) {
            return this;
        }
        return new Terms(
                calendars.stream()
                        .filter(published -> published.calendar.version() <= calendarVersion)
                        .toList(),
                policies.stream()
                        .filter(published -> published.policy.version() <= policyVersion)
                        .toList());
    }

    /** The newest version of each calendar and of the policy alone, as if they had been in force since ever. */
    public Terms newestAlways() {
        List<PublishedCalendar> newest = calendars.stream()
                .filter(one -> newest(one.name).orElseThrow() == one)
                .map(one -> new PublishedCalendar(one.name, one.calendar, Instant.EPOCH))
                .toList();
        return new Terms(newest, List.of(new PublishedPolicy(policies.getLast().policy, Instant.EPOCH)));
    }

    /** In the order of their versions. */
    public List<PublishedCalendar> calendars() {
        return calendars;
    }

    /** In the order of their versions. */
    public List<PublishedPolicy> policies() {
        return policies;
    }

    /** The names of the calendars, in the order in which they were published first. */
    public List<String> names() {
        return calendars.stream().map(PublishedCalendar::name).distinct().toList();
    }

    /** The newest version of a calendar; empty when there is no such calendar. */
    public Optional<PublishedCalendar> newest(String calendar) {
        return calendars.reversed().stream()
                .filter(published -> published.name.equals(calendar))
                .findFirst();
    }

    /** The number of the newest calendar of all. */
    public int calendarVersion() {
        return calendars.getLast().calendar.version();
    }

    /** The number of the newest policy. */
    public int policyVersion() {
        return policies.getLast().policy.version();
    }

    /** What is in force at an instant. */
    public InForce at(Instant at) {
        return new InForce(calendarAt(OFFICE_HOURS, at).calendar, policyAt(at));
    }

    /** When the desk's own calendar closes on a local date, by what is published so far; empty when it is closed then. */
    public Optional<Instant> closing(LocalDate day) {
        ZoneId zone = newest(OFFICE_HOURS).orElseThrow().calendar.zone();
        ServiceCalendar calendar =
                calendarAt(OFFICE_HOURS, day.atStartOfDay(zone).toInstant()).calendar;
        return calendar.windows(day).stream()
                .max(Comparator.comparing(Window::closeExclusive))
                .map(last -> day.atStartOfDay()
                        .plusSeconds(last.closeExclusive())
                        .atZone(calendar.zone())
                        .toInstant());
    }

    /** A loop and no stream: every due time comes by here. */
    Policy policyAt(Instant at) {
        int i = policies.size() - 1;
        while (i > 0 && policies.get(i).effective.isAfter(at)) {
            i--;
        }
        return policies.get(i).policy;
    }

    /** The first version of a calendar is in force before it as well. */
    PublishedCalendar calendarAt(String name, Instant at) {
        PublishedCalendar first = null;
        for (int i = calendars.size() - 1; i >= 0; i--) {
            PublishedCalendar published = calendars.get(i);
            if (published.name.equals(name)) {
                first = published;
                if (!published.effective.isAfter(at)) {
                    return published;
                }
            }
        }
        if (first == null) {
            throw new RefusedTerms("There is no calendar " + name);
        }
        return first;
    }

    /** The earliest instant, not before now, at which something that is published next can come into force. */
    public Instant earliestNext(Instant now) {
        return changes.last().isAfter(now) ? changes.last() : now;
    }

    /** When something comes into force next, after an instant; null when nothing is published that does. */
    @Nullable
    Instant changeAfter(Instant at) {
        return changes.higher(at);
    }
}
