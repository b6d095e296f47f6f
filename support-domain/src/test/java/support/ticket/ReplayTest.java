package support.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import support.calendar.BusinessHours;
import support.calendar.CalendarPlan;
import support.calendar.Window;
import support.coverage.Verdict;
import support.people.PartnerKind;
import support.people.Role;
import support.people.Viewer;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.RefusedTerms;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;

/** History is the truth (docs/sla.md, rule 10). */
class ReplayTest {
    /** What says who works on a ticket, who sees it and what it belongs to changes no promise. */
    private static final Set<Class<?>> WHO_SEES_IT = Set.of(
            TicketEvent.Assigned.class,
            TicketEvent.ParticipantAdded.class,
            TicketEvent.ParticipantRemoved.class,
            TicketEvent.FiledOnBehalf.class,
            TicketEvent.ConsentChanged.class,
            TicketEvent.SharedWithCustomer.class,
            TicketEvent.Mentioned.class,
            TicketEvent.Tagged.class,
            TicketEvent.Untagged.class,
            TicketEvent.MacroUsed.class,
            TicketEvent.SplitFrom.class,
            TicketEvent.Snoozed.class,
            TicketEvent.Woken.class,
            TicketEvent.Linked.class,
            TicketEvent.Unlinked.class,
            TicketEvent.OriginalDone.class);

    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");
    private static final Viewer CUSTOMER = person(1, Role.CUSTOMER, 7L);
    private static final Viewer AGENT = person(3, Role.AGENT, null);
    private static final Terms STANDARD = Terms.standard();

    private static Viewer person(long id, Role role, @Nullable Long organisation) {
        return new Viewer(
                id,
                "A",
                "a@b.example",
                role,
                organisation,
                false,
                false,
                id % 2 == 0 ? PartnerKind.SOLUTION_PARTNER : null,
                ZoneId.of("Europe/Berlin"),
                Locale.ENGLISH);
    }

    private static Promise first(Ticket ticket) {
        return ticket.state().last(Metric.FIRST_RESPONSE).orElseThrow();
    }

    private static Words words() {
        return new Words("words", UUID.randomUUID());
    }

    private static Instant after(int minutes) {
        return MONDAY_AT_TEN.plusSeconds(60L * minutes);
    }

    private static Ticket raised(Severity severity, Terms terms) {
        return raised(RequestType.SUPPORT_REQUEST, severity, MONDAY_AT_TEN, terms);
    }

    private static Ticket raised(RequestType type, @Nullable Severity severity, Instant at, Terms terms) {
        return raised(type, severity, Coverage.UNJUDGED, at, terms);
    }

    private static Ticket raised(
            RequestType type, @Nullable Severity severity, Coverage coverage, Instant at, Terms terms) {
        Request request = new Request(type, severity, 1, "", "", "summary", "words", UUID.randomUUID(), null, coverage);
        return Ticket.raise(new TicketNumber(1042), request, CUSTOMER, at, terms);
    }

    private static List<Promise> replayed(Ticket ticket, Terms terms) {
        return Replay.asItWas(terms).of(ticket.events());
    }

    private static Promise asIf(Ticket ticket, Terms terms, Instant now) {
        return Replay.asIf(terms, now).of(ticket.events()).getLast();
    }

    private static Terms withPolicy(Terms terms, Map<Severity, Duration> times, Instant effective) {
        Map<Policy.Case, Policy.Target> targets = new HashMap<>();
        for (Policy.Case first : Policy.standard().targets().keySet()) {
            Duration time = inLane(first.lane(), times.get(first.severity()));
            if (time != null) {
                targets.put(first, new Policy.Target(time, Terms.OFFICE_HOURS));
                if (times.size() > 2) { // a desk that promises more than a first response
                    targets.put(of(first, Metric.NEXT_RESPONSE), new Policy.Target(time, Terms.OFFICE_HOURS));
                    targets.put(of(first, Metric.RESOLUTION), new Policy.Target(time, Terms.OFFICE_HOURS));
                }
            }
        }
        int percent = 50 + terms.policyVersion() * 3 % 40;
        return terms.with(
                new Terms.PublishedPolicy(new Policy(terms.policyVersion() + 1, targets, percent), effective));
    }

    /** Another time in the other lane, so that it is seen by which one a promise is counted. */
    private static @Nullable Duration inLane(Lane lane, @Nullable Duration time) {
        return time == null || lane == Lane.STANDARD ? time : Duration.ofSeconds(1 + time.toSeconds() / 2);
    }

    private static Policy.Case of(Policy.Case promised, Metric metric) {
        return new Policy.Case(metric, promised.type(), promised.severity(), promised.lane());
    }

    @Test
    void a_level_that_is_lowered_without_moving_the_due_time_is_counted_by_the_terms_of_that_day() {
        Duration same = Duration.ofHours(24);
        Terms later = withPolicy(STANDARD, Map.of(Severity.LEVEL_3, same, Severity.LEVEL_4, same), after(10_000));
        Ticket ticket = raised(Severity.LEVEL_3, later);
        Terms latest = withPolicy(later, Map.of(Severity.LEVEL_4, Duration.ofHours(8)), after(20_000));
        ticket.reclassify(Severity.LEVEL_4, AGENT, after(30), latest);
        assertThat(first(ticket).policyVersion()).isEqualTo(3);
        assertThat(replayed(ticket, latest)).containsExactly(first(ticket));
    }

    @Test
    void a_request_that_is_taken_back_and_no_longer_promised_stays_taken_back() {
        Ticket ticket = raised(Severity.LEVEL_2, STANDARD);
        ticket.solve(CUSTOMER, after(10), STANDARD);
        Terms nothing = withPolicy(STANDARD, Map.of(), after(11));
        ticket.reply(CUSTOMER, words(), after(20), nothing);
        assertThat(first(ticket).verdict()).isEqualTo(Promise.Verdict.WITHDRAWN);
        assertThat(replayed(ticket, nothing)).containsExactly(first(ticket));
    }

    @Test
    void what_the_history_says_of_due_times_is_not_believed() {
        Ticket ticket = raised(Severity.LEVEL_2, STANDARD);
        List<TicketEvent> told = new ArrayList<>();
        ticket.events()
                .forEach(event -> told.add(
                        event.what() instanceof TicketEvent.PromiseMade made
                                ? new TicketEvent(
                                        event.at(),
                                        null,
                                        new TicketEvent.PromiseMade(
                                                made.metric(),
                                                made.severity(),
                                                Duration.ofHours(99),
                                                after(9000),
                                                1,
                                                1))
                                : event));
        assertThat(Replay.asItWas(STANDARD).of(told)).containsExactly(first(ticket));
    }

    @Test
    void a_history_without_a_beginning_or_of_versions_that_are_not_there_is_refused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Replay.asItWas(STANDARD).of(List.of()));
        List<TicketEvent> history = raised(Severity.LEVEL_2, STANDARD).events();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Replay.asItWas(STANDARD).of(history.subList(1, 2)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Replay.asIf(STANDARD, after(1)).of(history.subList(1, 2)));
        Ticket later =
                raised(Severity.LEVEL_2, withPolicy(STANDARD, Map.of(Severity.LEVEL_2, Duration.ofHours(1)), after(0)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Replay.asItWas(STANDARD).of(later.events()))
                .withMessageContaining("no policy version 2");
    }

    @Test
    void under_other_terms_another_verdict_comes_out() {
        Ticket ticket = raised(Severity.LEVEL_2, STANDARD);
        ticket.answer(AGENT, words(), Status.WAITING_FOR_CUSTOMER, null, after(90), STANDARD);
        Terms shorter = withPolicy(STANDARD, Map.of(Severity.LEVEL_2, Duration.ofHours(1)), Instant.EPOCH);
        Promise would = asIf(ticket, shorter, after(1000));
        assertThat(would.verdict()).isEqualTo(Promise.Verdict.MISSED);
        assertThat(would.dueAt()).isEqualTo(after(60));
        assertThat(would.decidedAt()).isEqualTo(after(60));
    }

    @Test
    void under_terms_that_promise_where_nothing_was_promised_there_is_a_promise() {
        Ticket ticket = raised(Severity.LEVEL_2, withPolicy(STANDARD, Map.of(), Instant.EPOCH));
        assertThat(ticket.state().promises()).isEmpty();
        assertThat(asIf(ticket, STANDARD, after(10)).dueAt()).isEqualTo(after(240));
        assertThat(asIf(ticket, STANDARD, after(241)).verdict()).isEqualTo(Promise.Verdict.MISSED);
    }

    @Test
    void under_longer_terms_a_ticket_that_was_solved_late_was_taken_back_in_time() {
        Ticket ticket = raised(Severity.LEVEL_1, STANDARD);
        ticket.solve(CUSTOMER, after(90), STANDARD);
        Terms longer = withPolicy(STANDARD, Map.of(Severity.LEVEL_1, Duration.ofHours(2)), Instant.EPOCH);
        assertThat(asIf(ticket, STANDARD, after(500)).verdict()).isEqualTo(Promise.Verdict.MISSED);
        assertThat(asIf(ticket, longer, after(500)).verdict()).isEqualTo(Promise.Verdict.WITHDRAWN);
        ticket.reply(CUSTOMER, words(), after(600), STANDARD);
        assertThat(asIf(ticket, longer, after(600)).startedAt()).isEqualTo(after(600));
    }

    static LongStream seeds() {
        return LongStream.range(0, 250);
    }

    /** A ticket, and terms that are published while it lives. */
    private static final class Life {
        private final SplittableRandom random;
        private final SplittableRandom lanes;
        private final SplittableRandom merges;
        private final SplittableRandom snoozes;
        private final SplittableRandom splits;
        private final Set<Long> moved = new HashSet<>();
        private final boolean publishes;
        private Terms terms = STANDARD;
        private Instant at;
        private final Ticket ticket;

        Life(long seed, boolean publishes) {
            random = new SplittableRandom(seed);
            lanes = new SplittableRandom(-seed);
            merges = new SplittableRandom(~seed);
            snoozes = new SplittableRandom(seed << 20);
            splits = new SplittableRandom(seed << 40);
            this.publishes = publishes;
            at = Instant.parse("2025-01-01T00:00:00Z")
                    .plus(random.nextLong(500L * 24 * 3600 * 1000_000), ChronoUnit.MICROS);
            if (publishes) {
                publish();
            } else {
                terms = withPolicy(STANDARD, times(), Instant.EPOCH);
            }
            RequestType type = RequestType.values()[random.nextInt(RequestType.values().length)];
            Coverage coverage = random.nextInt(4) == 0
                    ? new Coverage(Verdict.Kind.NOT_COVERED, Coverage.Admission.DISPUTED)
                    : new Coverage(Verdict.Kind.COVERED, Coverage.Admission.FREE);
            ticket = raised(type, type == RequestType.IDEA ? null : severity(), coverage, at, terms);
        }

        private Severity severity() {
            return Severity.values()[random.nextInt(4)];
        }

        void live() {
            for (int i = random.nextInt(32); i > 0; i--) {
                pass();
                changeLane();
                tried(this::snooze);
                tried(this::split);
                try {
                    merge();
                    step();
                } catch (Refusal notNow) {
                    assertThat(notNow.reason()).isNotNull();
                } catch (RefusedTerms closed) {
                    assertThat(closed).hasMessageContaining("promise");
                }
            }
        }

        private static void tried(Runnable verb) {
            try {
                verb.run();
            } catch (Refusal notNow) {
                assertThat(notNow.reason()).isNotNull();
            }
        }

        private void changeLane() {
            if (lanes.nextInt(10) == 0) {
                ticket.take(Lane.values()[lanes.nextInt(2)], TicketEvent.LaneChanged.Why.PARTNER_ENDED, at);
            }
        }

        private void snooze() {
            if (snoozes.nextInt(5) == 0) {
                ticket.snooze(at.plus(snoozes.nextLong(1L << 40), ChronoUnit.MICROS), AGENT, at);
            }
        }

        /** What moves has in its new ticket the promises that its history tells. */
        private void split() {
            List<Said> said = said();
            if (splits.nextInt(8) > 0 || said.size() < 2) {
                return;
            }
            Set<Long> chosen = said.stream()
                    .map(Said::id)
                    .filter(id -> splits.nextBoolean())
                    .collect(Collectors.toSet());
            Severity level = ticket.facts().type() == RequestType.IDEA ? null : Severity.values()[splits.nextInt(4)];
            Ticket fresh = ticket.split(
                    new TicketNumber(1044), new Part("another thing", level, chosen), said, AGENT, at, terms);
            moved.addAll(chosen);
            assertThat(Replay.asItWas(terms).of(fresh.events()))
                    .isEqualTo(fresh.state().promises());
            if (!publishes) {
                assertThat(Replay.asIf(terms, at).of(fresh.events()).stream().map(ReplayTest::told))
                        .isEqualTo(fresh.state().promises().stream()
                                .map(ReplayTest::told)
                                .toList());
            }
        }

        private List<Said> said() {
            List<Said> said = new ArrayList<>();
            for (Message message : ticket.messages()) {
                boolean desk = message.author() == AGENT.id();
                said.add(new Said(said.size(), message.author(), desk, message.internal(), message.writtenAt()));
            }
            said.removeIf(one -> moved.contains(one.id()));
            return said;
        }

        private void merge() {
            int what = merges.nextInt(50);
            if (what < 4) {
                another().mergeInto(ticket, person -> true, false, AGENT, at, terms);
            } else if (what == 4) {
                ticket.mergeInto(another(), person -> true, false, AGENT, at, terms);
            }
        }

        /** From nothing to days, and often exactly to the time at which something comes due. */
        private void pass() {
            TicketState state = ticket.state();
            Instant look = Stream.of(state.nextLook(), state.closesAt())
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder())
                    .orElse(at);
            boolean onTime = random.nextInt(4) == 0 && look.isAfter(at);
            at = onTime
                    ? look.plus(random.nextInt(3) - 1, ChronoUnit.MICROS)
                    : at.plus(random.nextLong(1L << random.nextInt(40)), ChronoUnit.MICROS);
        }

        private void step() {
            List<Status> next =
                    LifeCycle.of(ticket.facts().type()).after(ticket.state().status());
            switch (random.nextInt(27)) {
                case 0, 11, 16 ->
                    ticket.answer(AGENT, words(), next.get(random.nextInt(next.size())), news(), at, terms);
                case 1, 2, 17 -> ticket.reply(CUSTOMER, words(), at, terms);
                case 3 -> ticket.solve(CUSTOMER, at, terms);
                case 4 -> ticket.moveTo(next.get(random.nextInt(next.size())), AGENT, at, terms);
                case 5, 6, 7 -> ticket.reclassify(severity(), AGENT, at, terms);
                case 8 -> ticket.look(at);
                case 9 -> ticket.note(AGENT, words(), at);
                case 10 -> ticket.correctVerdict(corrected(), AGENT, at);
                case 12 -> ticket.checkCoverage(verdict(), AGENT, at, terms);
                case 13, 14 -> ticket.acceptCoverage("a good customer", AGENT, at, terms);
                case 15 -> ticket.declineCoverage(AGENT, words(), at, terms);
                case 18 -> topic();
                case 19, 20, 21 -> quotation();
                default -> {
                    if (publishes) {
                        publish();
                    }
                }
            }
        }

        /** Of the same customer, raised a while ago; sometimes the desk waits for them on it. */
        private Ticket another() {
            RequestType type = ticket.facts().type();
            Severity level = type == RequestType.IDEA ? null : Severity.values()[merges.nextInt(4)];
            Request request =
                    new Request(type, level, 1, "", "", "summary", "words", UUID.randomUUID(), null, Coverage.UNJUDGED);
            Instant before = at.minus(merges.nextLong(3600L * 1000_000 * 60), ChronoUnit.MICROS);
            Ticket other = Ticket.raise(new TicketNumber(1043), request, CUSTOMER, before, terms);
            if (merges.nextBoolean()) {
                Instant answered = before.plusSeconds(60);
                Status next = merges.nextBoolean()
                        ? Status.WAITING_FOR_CUSTOMER
                        : LifeCycle.of(type).working();
                other.answer(AGENT, words(), next, null, answered, terms);
                if (merges.nextBoolean()) {
                    other.reply(CUSTOMER, words(), answered.plusSeconds(60), terms);
                }
            }
            other.look(at);
            return other;
        }

        /** An offer, or what the customer says to one. */
        private void quotation() {
            Quotation newest = ticket.state().quotation();
            int number = newest == null ? 1 : newest.number();
            if (ticket.state().coverage().admission() != Coverage.Admission.QUOTED) {
                Currency euro = Currency.getInstance("EUR");
                ticket.quote(AGENT, words(), new Quotation(0, BigDecimal.TEN, euro, LocalDate.EPOCH), at, terms);
            } else if (random.nextInt(3) > 0) {
                ticket.acceptQuotation(number, LocalDate.EPOCH, CUSTOMER, at, terms);
            } else {
                ticket.declineQuotation(number, "", CUSTOMER, at, terms);
            }
        }

        /** What it is about, and where that goes. */
        private void topic() {
            switch (random.nextInt(4)) {
                case 0 -> ticket.link(7, "title", AGENT, at);
                case 1 -> ticket.unlink(7, "title", AGENT, at);
                default -> ticket.follow(Status.values()[random.nextInt(Status.values().length)], AGENT, at, terms);
            }
        }

        private Verdict.Kind verdict() {
            return Verdict.Kind.values()[random.nextInt(3)];
        }

        private static TicketEvent.VerdictCorrected corrected() {
            return new TicketEvent.VerdictCorrected(Metric.FIRST_RESPONSE, 1, Promise.Verdict.KEPT, "by phone");
        }

        /** The end of some business day, or nothing. */
        private @Nullable Instant news() {
            if (random.nextInt(3) > 0) {
                return null;
            }
            Instant from = at.plus(Duration.ofDays(random.nextInt(5)));
            BusinessHours hours = terms.at(from).calendar().hours();
            return hours.nextClosing(hours.nextOpening(from).orElseThrow()).orElseThrow();
        }

        private void publish() {
            Instant last = terms.policies().getLast().effective();
            Instant effective = at.plusSeconds(random.nextInt(24 * 3600) - 600);
            effective = effective.isBefore(last) ? last : effective;
            terms = random.nextBoolean() ? withPolicy(terms, times(), effective) : withCalendar(effective);
            if (ticket != null && random.nextInt(5) > 0) {
                ticket.republish(AGENT, at, terms);
            }
        }

        private Map<Severity, Duration> times() {
            Map<Severity, Duration> times = new EnumMap<>(Severity.class);
            for (Severity severity : Severity.values()) {
                if (random.nextInt(6) > 0) {
                    times.put(severity, Duration.ofMinutes(30L * (1 + random.nextInt(38))));
                }
            }
            return times;
        }

        private Terms withCalendar(Instant effective) {
            Instant last = terms.newest(Terms.OFFICE_HOURS).orElseThrow().effective();
            Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY)) {
                week.put(day, List.of(Window.parse("0%d:00-1%d:30".formatted(random.nextInt(10), random.nextInt(10)))));
            }
            LocalDate closed = LocalDate.ofInstant(at, ZoneId.of("UTC")).plusDays(random.nextInt(5));
            CalendarPlan plan = new CalendarPlan(
                    "Europe/Berlin", week, "", "", List.of(new CalendarPlan.Closure(closed, "Closed")), List.of());
            return terms.with(new Terms.PublishedCalendar(
                    Terms.OFFICE_HOURS,
                    plan.build(terms.calendarVersion() + 1, List.of()),
                    effective.isBefore(last) ? last : effective));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_happens_the_history_tells_the_promise(long seed) {
        Life life = new Life(seed, true);
        life.live();
        assertThat(replayed(life.ticket, life.terms))
                .isEqualTo(life.ticket.state().promises());
        List<TicketEvent> needed = life.ticket.events().stream()
                .filter(event -> Replay.needs(event.what()))
                .toList();
        assertThat(Replay.asItWas(life.terms).of(needed))
                .isEqualTo(life.ticket.state().promises());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void under_the_terms_of_the_time_what_would_have_been_is_what_was(long seed) {
        Life life = new Life(seed, false);
        life.live();
        life.ticket.look(life.at);
        List<Promise> was = life.ticket.state().promises();
        List<Promise> would = Replay.asIf(life.terms, life.at).of(life.ticket.events());
        assertThat(would.stream().map(ReplayTest::told))
                .isEqualTo(was.stream().map(ReplayTest::told).toList());
    }

    /** Without when the clock happened to look. */
    private static List<Object> told(Promise promise) {
        return List.of(
                promise.promised(),
                promise.startedAt(),
                promise.countedFrom(),
                promise.dueAt(),
                promise.pauses(),
                promise.verdict(),
                promise.isOwed());
    }

    /** The tests above are worth something only while all of this comes up in them. */
    @Test
    void the_generated_lives_are_rich() {
        Map<Object, Integer> seen = new HashMap<>();
        for (long seed : seeds().toArray()) {
            Life life = new Life(seed, true);
            life.live();
            life.ticket.events().forEach(event -> seen.merge(event.what().getClass(), 1, Integer::sum));
            for (Promise promise : life.ticket.state().promises()) {
                seen.merge(List.of(promise.metric(), promise.verdict()), 1, Integer::sum);
            }
        }
        for (Class<?> kind : TicketEvent.What.class.getPermittedSubclasses()) {
            assertThat(seen.getOrDefault(kind, 0))
                    .as(kind.getSimpleName())
                    .isGreaterThan(WHO_SEES_IT.contains(kind) ? -1 : 5);
        }
        for (Metric metric : Metric.values()) {
            for (Promise.Verdict verdict : Promise.Verdict.values()) {
                assertThat(seen.getOrDefault(List.of(metric, verdict), 0))
                        .as(metric + " " + verdict)
                        .isGreaterThan(2);
            }
        }
    }
}
