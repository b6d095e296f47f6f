package support.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import support.people.PartnerKind;
import support.people.Role;
import support.people.Viewer;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;
import support.ticket.QueuePlace.Band;

class TicketTest {
    private static final Terms TERMS = Terms.standard();
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");
    private static final Viewer CUSTOMER = person(1, Role.CUSTOMER, 7L, false);
    private static final Viewer PARTNER = person(2, Role.CUSTOMER, 8L, true);
    private static final Viewer AGENT = person(3, Role.AGENT, null, false);

    private static Viewer person(long id, Role role, @Nullable Long organisation, boolean partner) {
        return new Viewer(
                id,
                "A",
                "a@b.example",
                role,
                organisation,
                false,
                false,
                partner ? PartnerKind.SOLUTION_PARTNER : null,
                ZoneId.of("Europe/Berlin"),
                Locale.ENGLISH);
    }

    private static Ticket raised(RequestType type, @Nullable Severity severity, Viewer by) {
        Request request = new Request(type, severity, 1, "", "", "summary", "words", UUID.randomUUID(), null);
        return Ticket.raise(new TicketNumber(1042), request, by, MONDAY_AT_TEN, TERMS);
    }

    private static Ticket raised() {
        return raised(RequestType.SUPPORT_REQUEST, Severity.LEVEL_2, CUSTOMER);
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

    @Test
    void a_ticket_that_leaves_the_lane_keeps_its_promise_and_loses_its_place() {
        Ticket ticket = raised(RequestType.BUG_REPORT, Severity.LEVEL_3, PARTNER);
        Promise promised = first(ticket);
        assertThat(ticket.place().orElseThrow().at())
                .as("two of eight hours")
                .isEqualTo(MONDAY_AT_TEN.plusSeconds(2 * 3600));
        ticket.take(Lane.STANDARD, TicketEvent.LaneChanged.Why.PARTNER_SUSPENDED, after(10));
        assertThat(first(ticket)).isEqualTo(promised);
        assertThat(ticket.state().lane()).isEqualTo(Lane.STANDARD);
        assertThat(ticket.place().orElseThrow().at()).isEqualTo(promised.dueAt());
        assertThat(ticket.events().getLast().what())
                .isEqualTo(new TicketEvent.LaneChanged(Lane.STANDARD, TicketEvent.LaneChanged.Why.PARTNER_SUSPENDED));
        assertThat(Replay.asItWas(TERMS).of(ticket.events()))
                .isEqualTo(ticket.state().promises());
        assertThat(Replay.asIf(TERMS, after(10)).of(ticket.events()))
                .isEqualTo(ticket.state().promises());
    }

    @Test
    void what_is_promised_after_the_lane_has_changed_is_promised_in_the_new_one() {
        Ticket ticket = raised(RequestType.SUPPORT_REQUEST, Severity.LEVEL_3, PARTNER);
        ticket.solve(PARTNER, after(5), TERMS);
        ticket.take(Lane.STANDARD, TicketEvent.LaneChanged.Why.PARTNER_ENDED, after(10));
        ticket.reply(PARTNER, words(), after(20), TERMS);
        assertThat(first(ticket).promised().lane()).isEqualTo(Lane.STANDARD);
        assertThat(Replay.asItWas(TERMS).of(ticket.events()))
                .isEqualTo(ticket.state().promises());
        int events = ticket.events().size();
        ticket.take(Lane.STANDARD, TicketEvent.LaneChanged.Why.PARTNER_ENDED, after(30));
        assertThat(ticket.events()).as("it is there already").hasSize(events);
    }

    private static Promise.Verdict verdict(Ticket ticket) {
        return first(ticket).verdict();
    }

    @Test
    void the_tickets_of_active_partners_enter_the_fast_lane() {
        assertThat(raised(RequestType.BUG_REPORT, Severity.LEVEL_3, PARTNER)
                        .state()
                        .lane())
                .isEqualTo(Lane.FAST_LANE);
        assertThat(raised().state().lane()).isEqualTo(Lane.STANDARD);
    }

    @Test
    void only_a_public_answer_of_the_desk_keeps_the_promise() {
        Ticket ticket = raised();
        ticket.note(AGENT, words(), after(5));
        ticket.moveTo(Status.OPEN, AGENT, after(6), TERMS);
        ticket.reply(CUSTOMER, words(), after(7), TERMS);
        assertThat(verdict(ticket)).isEqualTo(Promise.Verdict.OPEN);
        ticket.answer(AGENT, words(), Status.WAITING_FOR_CUSTOMER, null, after(8), TERMS);
        assertThat(verdict(ticket)).isEqualTo(Promise.Verdict.KEPT);
        assertThat(ticket.state().firstResponseAt()).isEqualTo(after(8));
    }

    @Test
    void a_missed_promise_is_still_owed_and_stays_on_top_of_the_queue() {
        Ticket ticket = raised();
        ticket.look(after(241));
        assertThat(verdict(ticket)).isEqualTo(Promise.Verdict.MISSED);
        assertThat(ticket.place()).map(QueuePlace::band).contains(Band.PROMISED);
        ticket.answer(AGENT, words(), Status.WAITING_FOR_CUSTOMER, null, after(300), TERMS);
        assertThat(verdict(ticket)).isEqualTo(Promise.Verdict.MISSED);
        assertThat(ticket.place()).map(QueuePlace::band).contains(Band.WAITING_FOR_CUSTOMER);
    }

    @Test
    void the_desk_cannot_finish_a_ticket_that_it_owes_an_answer() {
        Ticket ticket = raised();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.moveTo(Status.RESOLVED, AGENT, after(5), TERMS))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.ANSWER_OWED))
                .satisfies(refusal -> assertThat(refusal.present()).isEqualTo(Status.NEW));
    }

    @Test
    void a_customer_who_solved_it_takes_the_request_back_and_reopening_promises_anew() {
        Ticket ticket = raised();
        ticket.solve(CUSTOMER, after(10), TERMS);
        assertThat(verdict(ticket)).isEqualTo(Promise.Verdict.WITHDRAWN);
        assertThat(ticket.place()).isEmpty();
        ticket.reply(CUSTOMER, words(), after(20), TERMS);
        assertThat(verdict(ticket)).isEqualTo(Promise.Verdict.OPEN);
        assertThat(first(ticket).dueAt()).isEqualTo(after(20 + 240));
        assertThat(ticket.state().status()).isEqualTo(Status.OPEN);
    }

    /** A desk that promises every answer within four hours and a solution within eight. */
    private static final Terms EVERYTHING = everything();

    private static Terms everything() {
        Map<Policy.Case, Policy.Target> targets =
                new HashMap<>(Policy.standard().targets());
        Policy.standard().targets().keySet().forEach(first -> {
            targets.put(of(first, Metric.NEXT_RESPONSE), new Policy.Target(Duration.ofHours(4), Terms.OFFICE_HOURS));
            targets.put(of(first, Metric.RESOLUTION), new Policy.Target(Duration.ofHours(8), Terms.OFFICE_HOURS));
        });
        return Terms.of(Terms.standard().at(MONDAY_AT_TEN).calendar(), new Policy(1, targets, 75));
    }

    private static Policy.Case of(Policy.Case first, Metric metric) {
        return new Policy.Case(metric, first.type(), first.severity(), first.lane());
    }

    private static Ticket promisedEverything() {
        Request request = new Request(
                RequestType.SUPPORT_REQUEST, Severity.LEVEL_2, 1, "", "", "summary", "words", UUID.randomUUID(), null);
        return Ticket.raise(new TicketNumber(1042), request, CUSTOMER, MONDAY_AT_TEN, EVERYTHING);
    }

    private static Promise last(Ticket ticket, Metric metric) {
        return ticket.state().last(metric).orElseThrow();
    }

    @Test
    void each_later_message_of_the_customer_is_promised_an_answer_counted_from_the_first_that_waits() {
        Ticket ticket = promisedEverything();
        ticket.answer(AGENT, words(), Status.OPEN, null, after(10), EVERYTHING);
        ticket.reply(CUSTOMER, words(), after(20), EVERYTHING);
        ticket.reply(CUSTOMER, words(), after(30), EVERYTHING);
        assertThat(last(ticket, Metric.NEXT_RESPONSE).startedAt()).isEqualTo(after(20));
        assertThat(ticket.place()).contains(new QueuePlace(Band.PROMISED, after(20 + 240)));
        ticket.answer(AGENT, words(), Status.OPEN, null, after(40), EVERYTHING);
        assertThat(last(ticket, Metric.NEXT_RESPONSE).verdict()).isEqualTo(Promise.Verdict.KEPT);
        ticket.reply(CUSTOMER, words(), after(50), EVERYTHING);
        assertThat(ticket.state().promises())
                .extracting(Promise::metric)
                .containsExactly(Metric.FIRST_RESPONSE, Metric.RESOLUTION, Metric.NEXT_RESPONSE, Metric.NEXT_RESPONSE);
    }

    @Test
    void a_solution_rests_while_the_desk_waits_for_the_customer() {
        Ticket ticket = promisedEverything();
        ticket.answer(AGENT, words(), Status.WAITING_FOR_CUSTOMER, null, after(60), EVERYTHING);
        assertThat(ticket.events().getLast().what()).isEqualTo(new TicketEvent.PromisePaused(Metric.RESOLUTION));
        assertThat(ticket.nextLook()).isEmpty();
        assertThat(ticket.place()).map(QueuePlace::band).contains(Band.WAITING_FOR_CUSTOMER);
        ticket.reply(CUSTOMER, words(), after(120), EVERYTHING);
        assertThat(last(ticket, Metric.RESOLUTION).timeLeft(after(120), EVERYTHING))
                .isEqualTo(Duration.ofHours(7));
        ticket.answer(AGENT, words(), Status.RESOLVED, null, after(180), EVERYTHING);
        assertThat(last(ticket, Metric.RESOLUTION).verdict()).isEqualTo(Promise.Verdict.KEPT);
        ticket.reply(CUSTOMER, words(), after(300), EVERYTHING);
        assertThat(last(ticket, Metric.RESOLUTION).startedAt()).isEqualTo(after(300));
    }

    @Test
    void a_ticket_is_not_finished_while_the_customer_waits_for_a_promised_answer() {
        Ticket ticket = promisedEverything();
        ticket.answer(AGENT, words(), Status.OPEN, null, after(10), EVERYTHING);
        ticket.reply(CUSTOMER, words(), after(20), EVERYTHING);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.moveTo(Status.RESOLVED, AGENT, after(30), EVERYTHING));
        ticket.solve(CUSTOMER, after(40), EVERYTHING);
        assertThat(last(ticket, Metric.NEXT_RESPONSE).verdict()).isEqualTo(Promise.Verdict.WITHDRAWN);
        assertThat(last(ticket, Metric.RESOLUTION).verdict()).isEqualTo(Promise.Verdict.KEPT);
    }

    @Test
    void news_that_somebody_promised_are_measured() {
        Instant friday = Instant.parse("2026-06-19T15:00:00Z");
        Ticket ticket = raised();
        ticket.answer(AGENT, words(), Status.OPEN, friday, after(10), TERMS);
        assertThat(last(ticket, Metric.NEXT_NEWS).dueAt()).isEqualTo(friday);
        assertThat(ticket.place()).contains(new QueuePlace(Band.PROMISED, friday));
        Instant monday = Instant.parse("2026-06-22T15:00:00Z");
        ticket.answer(AGENT, words(), Status.OPEN, monday, after(20), TERMS);
        assertThat(ticket.state().promises().get(1).verdict()).isEqualTo(Promise.Verdict.KEPT);
        ticket.look(monday.plusSeconds(1));
        assertThat(last(ticket, Metric.NEXT_NEWS).verdict()).isEqualTo(Promise.Verdict.MISSED);
        assertThat(ticket.place()).map(QueuePlace::band).contains(Band.PROMISED);
        ticket.answer(AGENT, words(), Status.OPEN, null, monday.plusSeconds(60), TERMS);
        assertThat(ticket.place()).map(QueuePlace::band).contains(Band.IN_PROGRESS);
    }

    @Test
    void no_news_are_promised_on_an_idea_or_with_the_end() {
        Instant friday = Instant.parse("2026-06-19T15:00:00Z");
        Ticket idea = raised(RequestType.IDEA, null, CUSTOMER);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> idea.answer(AGENT, words(), Status.NEW, friday, after(1), TERMS))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NO_NEWS));
        Ticket ticket = raised();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.answer(AGENT, words(), Status.RESOLVED, friday, after(1), TERMS));
        assertThat(ticket.messages()).hasSize(1);
    }

    @Test
    void a_closed_ticket_takes_no_reply() {
        Ticket ticket = raised();
        ticket.answer(AGENT, words(), Status.RESOLVED, null, after(5), TERMS);
        ticket.moveTo(Status.CLOSED, AGENT, after(6), TERMS);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.reply(CUSTOMER, words(), after(7), TERMS))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.CLOSED));
    }

    /** An open promise follows; one that is kept does not. */
    @Test
    void new_terms_move_an_open_promise_and_the_history_says_so() {
        Map<Policy.Case, Policy.Target> longer = new HashMap<>();
        Policy.standard()
                .targets()
                .keySet()
                .forEach(promised -> longer.put(promised, new Policy.Target(Duration.ofHours(6), Terms.OFFICE_HOURS)));
        Terms later = TERMS.with(new Terms.PublishedPolicy(new Policy(2, longer, 75), after(10)));
        Ticket ticket = raised();
        ticket.republish(AGENT, after(10), later);
        assertThat(ticket.events().getLast().what())
                .isEqualTo(new TicketEvent.PromiseMoved(
                        Metric.FIRST_RESPONSE, after(240), after(360), Duration.ofHours(6), 2, 1));
        assertThat(ticket.nextLook()).contains(after(270));

        Ticket answered = raised();
        answered.answer(AGENT, words(), Status.WAITING_FOR_CUSTOMER, null, after(5), TERMS);
        int before = answered.events().size();
        answered.republish(AGENT, after(10), later);
        assertThat(answered.events()).hasSize(before);
    }

    @Test
    void a_resolved_ticket_closes_by_itself_after_fourteen_days_of_silence() {
        Ticket ticket = raised();
        ticket.answer(AGENT, words(), Status.RESOLVED, null, after(5), TERMS);
        Instant closes = after(5).plus(Duration.ofDays(14));
        assertThat(ticket.nextLook()).contains(closes);
        ticket.note(AGENT, words(), after(6));
        ticket.look(closes.minusNanos(1000));
        assertThat(ticket.state().status()).isEqualTo(Status.RESOLVED);
        int seen = ticket.state().version();
        ticket.look(closes);
        ticket.look(closes.plusSeconds(1));
        assertThat(ticket.state().status()).isEqualTo(Status.CLOSED);
        assertThat(ticket.state().version()).isEqualTo(seen);
        assertThat(ticket.nextLook()).isEmpty();
        assertThat(ticket.events())
                .containsOnlyOnce(
                        new TicketEvent(closes, null, new TicketEvent.StatusChanged(Status.RESOLVED, Status.CLOSED)));
    }

    @Test
    void another_answer_and_a_reopening_begin_the_fourteen_days_anew() {
        Ticket ticket = raised();
        ticket.answer(AGENT, words(), Status.RESOLVED, null, after(5), TERMS);
        ticket.answer(AGENT, words(), Status.RESOLVED, null, after(60), TERMS);
        assertThat(ticket.nextLook()).contains(after(60).plus(Duration.ofDays(14)));
        ticket.reply(CUSTOMER, words(), after(70), TERMS);
        assertThat(ticket.nextLook()).isEmpty();
        ticket.solve(CUSTOMER, after(80), TERMS);
        assertThat(ticket.nextLook()).contains(after(80).plus(Duration.ofDays(14)));
    }

    @Test
    void a_customer_who_wrote_last_stands_before_work_in_progress() {
        Ticket ticket = raised();
        ticket.answer(AGENT, words(), Status.OPEN, null, after(5), TERMS);
        assertThat(ticket.place()).map(QueuePlace::band).contains(Band.IN_PROGRESS);
        ticket.reply(CUSTOMER, words(), after(9), TERMS);
        assertThat(ticket.place()).contains(new QueuePlace(Band.ANSWER_AWAITED, after(9)));
    }

    @Test
    void setting_the_level_moves_the_due_time_and_both_are_in_the_history() {
        Ticket ticket = raised();
        ticket.reclassify(Severity.LEVEL_1, AGENT, after(30), TERMS);
        assertThat(ticket.events().stream().map(TicketEvent::what))
                .contains(
                        new TicketEvent.SeverityChanged(Severity.LEVEL_2, Severity.LEVEL_1, 1, 1),
                        new TicketEvent.DueMoved(Metric.FIRST_RESPONSE, after(240), after(90), 1, 1));
    }

    @Test
    void customers_set_the_level_of_their_own_tickets_alone() {
        Ticket ticket = raised();
        ticket.reclassify(Severity.LEVEL_1, CUSTOMER, after(30), TERMS);
        assertThat(ticket.state().severity()).isEqualTo(Severity.LEVEL_1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.reclassify(Severity.LEVEL_2, PARTNER, after(31), TERMS))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_YOURS));
    }

    @Test
    void time_that_passes_does_not_make_an_open_form_stale() {
        Ticket ticket = raised();
        int seen = ticket.state().version();
        ticket.look(after(200));
        assertThat(ticket.state().version()).isEqualTo(seen);
        ticket.assign(AGENT.id(), anybody -> true, AGENT, after(201));
        assertThat(ticket.state().version()).isGreaterThan(seen);
    }

    @Test
    void a_ticket_goes_only_to_people_who_answer_but_may_stay_with_one_who_did() {
        Ticket ticket = raised();
        ticket.assign(AGENT.id(), person -> person == AGENT.id(), AGENT, after(1));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.assign(CUSTOMER.id(), person -> person == AGENT.id(), AGENT, after(2)))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.ANSWERS_NOBODY));
        ticket.assign(AGENT.id(), nobody -> false, AGENT, after(3));
        assertThat(ticket.state().assignee()).isEqualTo(AGENT.id());
    }

    @ParameterizedTest
    @EnumSource(RequestType.class)
    void every_status_that_can_be_reached_leads_on(RequestType type) {
        LifeCycle life = LifeCycle.of(type);
        for (Status status : Status.values()) {
            for (Status next : life.after(status)) {
                assertThat(life.after(next)).as(status + " to " + next).isNotEmpty();
            }
        }
        assertThat(life.after(Status.NEW)).contains(life.working());
    }

    @ParameterizedTest
    @CsvSource({"SUP-1042,1042", "sup-7,7"})
    void ticket_numbers_read_in_either_case(String text, long number) {
        assertThat(TicketNumber.parse(text)).contains(new TicketNumber(number));
    }

    @ParameterizedTest
    @CsvSource({"SUP-0", "SUP--1", "SUP-1e3", "1042", "SUP-9999999999999999", "SUP-１"})
    void what_is_no_ticket_number_is_none(String text) {
        assertThat(TicketNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd,passwd",
        "C:\\temp\\a.txt,a.txt",
        "CON.txt,_CON.txt",
        "a\u202Egnp.exe,agnp.exe",
        "...,file",
        "what<is>this?.png,what_is_this_.png"
    })
    void file_names_lose_what_could_lead_astray(String sent, String safe) {
        assertThat(TicketFile.safeName(sent)).isEqualTo(safe);
    }

    @Test
    void a_long_file_name_keeps_its_ending() {
        assertThat(TicketFile.safeName("😀".repeat(200) + ".png"))
                .endsWith(".png")
                .hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void a_participant_of_another_organisation_writes_but_does_not_say_that_it_is_solved() {
        Ticket ticket = raised();
        ticket.addParticipant(PARTNER, AGENT, after(5));
        assertThat(ticket.state().participants()).containsExactly(PARTNER.id());
        ticket.reply(PARTNER, words(), after(6), TERMS);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.solve(PARTNER, after(7), TERMS))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_YOURS));
    }

    @Test
    void customers_ask_colleagues_only_and_nobody_is_asked_twice() {
        Ticket ticket = raised();
        Viewer colleague = person(4, Role.CUSTOMER, 7L, false);
        ticket.addParticipant(colleague, CUSTOMER, after(5));
        ticket.addParticipant(colleague, CUSTOMER, after(6));
        assertThat(ticket.events().stream().filter(event -> event.what() instanceof TicketEvent.ParticipantAdded))
                .hasSize(1);
        for (Viewer nobody : new Viewer[] {PARTNER, AGENT, CUSTOMER}) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> ticket.addParticipant(nobody, CUSTOMER, after(7)))
                    .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NO_PARTICIPANT));
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.addParticipant(PARTNER, colleague, after(8)))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_YOURS));
    }

    @Test
    void people_take_themselves_off_and_whoever_is_out_is_lost() {
        Ticket ticket = raised();
        Viewer light = person(5, Role.LIGHT_AGENT, null, false);
        ticket.addParticipant(PARTNER, AGENT, after(5));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.removeParticipant(PARTNER.id(), light, after(6)));
        ticket.removeParticipant(PARTNER.id(), PARTNER, after(6));
        assertThat(ticket.state().participants()).isEmpty();
        ticket.addParticipant(PARTNER, AGENT, after(7));
        ticket.loseParticipant(PARTNER.id(), after(8));
        assertThat(ticket.events().getLast())
                .isEqualTo(new TicketEvent(after(8), null, new TicketEvent.ParticipantRemoved(PARTNER.id())));
    }
}
