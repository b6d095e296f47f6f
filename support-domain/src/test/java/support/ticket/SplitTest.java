package support.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import support.coverage.Verdict;
import support.people.Role;
import support.people.Viewer;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;

/** A part of a conversation becomes a ticket of its own, and nothing that is promised is lost (docs/sla.md, rule 15). */
class SplitTest {
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");
    /** A desk that promises the next response too. */
    private static final Terms TERMS = withNextResponse();

    private static final Viewer CUSTOMER = person(1, Role.CUSTOMER, 7L);
    private static final Viewer COLLEAGUE = person(2, Role.CUSTOMER, 7L);
    private static final Viewer AGENT = person(3, Role.AGENT, null);

    private static Terms withNextResponse() {
        Map<Policy.Case, Policy.Target> targets = new HashMap<>();
        for (Severity severity : Severity.values()) {
            for (Metric metric : List.of(Metric.FIRST_RESPONSE, Metric.NEXT_RESPONSE)) {
                targets.put(
                        new Policy.Case(metric, RequestType.SUPPORT_REQUEST, severity, Lane.STANDARD),
                        new Policy.Target(Duration.ofHours(severity.level()), Terms.OFFICE_HOURS));
            }
        }
        Terms standard = Terms.standard();
        return standard.with(
                new Terms.PublishedPolicy(new Policy(standard.policyVersion() + 1, targets, 75), Instant.EPOCH));
    }

    private static Viewer person(long id, Role role, @Nullable Long organisation) {
        return new Viewer(
                id,
                "A",
                "a@b.example",
                role,
                organisation,
                false,
                false,
                null,
                ZoneId.of("Europe/Berlin"),
                Locale.ENGLISH);
    }

    private static Instant after(int minutes) {
        return MONDAY_AT_TEN.plusSeconds(60L * minutes);
    }

    private static Words words() {
        return new Words("words", UUID.randomUUID());
    }

    private static Ticket raised(Coverage coverage) {
        Request request = new Request(
                RequestType.SUPPORT_REQUEST,
                Severity.LEVEL_4,
                1,
                "4.2",
                "Confluence",
                "summary",
                "words",
                UUID.randomUUID(),
                null,
                coverage);
        return Ticket.raise(new TicketNumber(1042), request, CUSTOMER, MONDAY_AT_TEN, TERMS);
    }

    private static Ticket raised() {
        return raised(Coverage.UNJUDGED);
    }

    /** Each numbered by its place, from 0. */
    private static List<Said> said(Ticket ticket) {
        List<Said> said = new ArrayList<>();
        for (Message message : ticket.messages()) {
            boolean desk = message.author() == AGENT.id();
            said.add(new Said(said.size(), message.author(), desk, message.internal(), message.writtenAt()));
        }
        return said;
    }

    private static Ticket split(Ticket ticket, Severity level, int at, Long... messages) {
        Part part = new Part("another thing", level, Set.of(messages));
        return ticket.split(new TicketNumber(1043), part, said(ticket), AGENT, after(at), TERMS);
    }

    private static Promise last(Ticket ticket, Metric metric) {
        return ticket.state().last(metric).orElseThrow();
    }

    private static void refused(Refusal.Reason reason, Ticket ticket, Long... messages) {
        int before = ticket.events().size();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> split(ticket, Severity.LEVEL_2, 500, messages))
                .extracting(Refusal::reason)
                .isEqualTo(reason);
        assertThat(ticket.events()).hasSize(before);
    }

    private static void replays(Ticket ticket) {
        assertThat(Replay.asItWas(TERMS).of(ticket.events()))
                .isEqualTo(ticket.state().promises());
    }

    /** The request and another thing, an hour later; the desk has written but a note. */
    private static Ticket two() {
        Ticket ticket = raised();
        ticket.addParticipant(COLLEAGUE, AGENT, after(1));
        ticket.assign(AGENT.id(), person -> true, AGENT, after(2));
        ticket.reply(CUSTOMER, words(), after(60), TERMS);
        ticket.note(AGENT, words(), after(61));
        return ticket;
    }

    @Test
    void what_moves_is_promised_from_the_first_message_that_moves() {
        Ticket ticket = two();
        Promise before = last(ticket, Metric.FIRST_RESPONSE);
        Ticket fresh = split(ticket, Severity.LEVEL_2, 90, 1L, 2L);
        Promise promise = last(fresh, Metric.FIRST_RESPONSE);
        assertThat(promise.startedAt()).isEqualTo(after(60));
        assertThat(promise.dueAt()).isEqualTo(after(180));
        assertThat(fresh.facts().raisedAt()).isEqualTo(after(60));
        assertThat(fresh.facts().summary()).isEqualTo("another thing");
        assertThat(fresh.facts().requester()).isEqualTo(CUSTOMER.id());
        assertThat(fresh.facts().appVersion()).isEqualTo("4.2");
        assertThat(fresh.state().participants()).containsExactly(COLLEAGUE.id());
        assertThat(fresh.state().assignee()).isEqualTo(AGENT.id());
        assertThat(fresh.state().status()).isEqualTo(Status.NEW);
        assertThat(fresh.messages()).as("they move, and are not written again").isEmpty();
        assertThat(last(ticket, Metric.FIRST_RESPONSE)).as("the request stays").isEqualTo(before);
        assertThat(ticket.state().answerAwaited()).isTrue();
        assertThat(ticket.events().getLast().what()).isEqualTo(new TicketEvent.SplitInto(1043, List.of(1L, 2L), false));
        replays(ticket);
        replays(fresh);
    }

    @Test
    void it_can_be_missed_from_its_beginning() {
        Ticket ticket = two();
        Ticket fresh = split(ticket, Severity.LEVEL_1, 130, 1L);
        Promise promise = last(fresh, Metric.FIRST_RESPONSE);
        assertThat(promise.verdict()).isEqualTo(Promise.Verdict.MISSED);
        assertThat(promise.dueAt()).isEqualTo(after(120));
        assertThat(promise.isOwed()).isTrue();
        replays(fresh);
    }

    @Test
    void an_answer_that_moves_along_counts() {
        Ticket ticket = two();
        ticket.answer(AGENT, words(), Status.OPEN, null, after(100), TERMS);
        ticket.reply(CUSTOMER, words(), after(200), TERMS);
        Ticket fresh = split(ticket, Severity.LEVEL_2, 210, 1L, 3L);
        assertThat(last(fresh, Metric.FIRST_RESPONSE).verdict()).isEqualTo(Promise.Verdict.KEPT);
        assertThat(fresh.state().firstResponseAt()).isEqualTo(after(100));
        assertThat(fresh.state().status()).isEqualTo(Status.OPEN);
        assertThat(last(ticket, Metric.NEXT_RESPONSE).isOpen())
                .as("the last message is still here")
                .isTrue();
        replays(fresh);
    }

    @Test
    void where_all_that_waits_has_moved_nothing_is_owed_any_more() {
        Ticket ticket = two();
        ticket.answer(AGENT, words(), Status.OPEN, null, after(100), TERMS);
        ticket.reply(CUSTOMER, words(), after(110), TERMS);
        ticket.reply(CUSTOMER, words(), after(120), TERMS);
        Ticket some = split(ticket, Severity.LEVEL_2, 130, 4L);
        assertThat(last(ticket, Metric.NEXT_RESPONSE).isOpen())
                .as("another waits here")
                .isTrue();
        assertThat(some.state().answerAwaited()).isTrue();
        List<Said> left = said(ticket).stream().filter(one -> one.id() != 4).toList();
        Ticket rest = ticket.split(
                new TicketNumber(1044), new Part("x", Severity.LEVEL_2, Set.of(5L)), left, AGENT, after(131), TERMS);
        assertThat(last(ticket, Metric.NEXT_RESPONSE).verdict()).isEqualTo(Promise.Verdict.WITHDRAWN);
        assertThat(ticket.state().answerAwaited()).isFalse();
        replays(ticket);
        replays(rest);
    }

    @Test
    void what_is_late_stays_owed_where_it_is_late() {
        Ticket ticket = two();
        ticket.answer(AGENT, words(), Status.OPEN, null, after(100), TERMS);
        ticket.reply(CUSTOMER, words(), after(110), TERMS);
        split(ticket, Severity.LEVEL_2, 2000, 4L);
        Promise late = last(ticket, Metric.NEXT_RESPONSE);
        assertThat(late.verdict()).isEqualTo(Promise.Verdict.MISSED);
        assertThat(late.isOwed()).isTrue();
        replays(ticket);
    }

    @Test
    void what_was_bought_or_is_in_question_is_decided_anew() {
        Coverage disputed = new Coverage(Verdict.Kind.NOT_COVERED, Coverage.Admission.PAID);
        Ticket ticket = raised(disputed);
        ticket.reply(CUSTOMER, words(), after(5), TERMS);
        Ticket fresh = split(ticket, Severity.LEVEL_2, 10, 1L);
        assertThat(fresh.state().coverage().admission()).isEqualTo(Coverage.Admission.DISPUTED);
        assertThat(fresh.state().promises()).isEmpty();
        ticket = raised(disputed);
        ticket.acceptCoverage("a good customer", AGENT, after(1), TERMS);
        ticket.reply(CUSTOMER, words(), after(5), TERMS);
        assertThat(split(ticket, Severity.LEVEL_2, 10, 1L).state().promises()).isNotEmpty();
    }

    @Test
    void what_cannot_be_split_stays_as_it_is() {
        Ticket ticket = two();
        refused(Refusal.Reason.SPLIT_NOTHING, ticket);
        refused(Refusal.Reason.SPLIT_FIRST, ticket, 0L, 1L);
        refused(Refusal.Reason.SPLIT_ELSEWHERE, ticket, 1L, 77L);
        refused(Refusal.Reason.SPLIT_BEGINNING, ticket, 2L);
        ticket.answer(AGENT, words(), Status.RESOLVED, null, after(100), TERMS);
        refused(Refusal.Reason.SPLIT_BEGINNING, ticket, 3L);
        ticket.moveTo(Status.CLOSED, AGENT, after(110), TERMS);
        refused(Refusal.Reason.CLOSED, ticket, 1L);
    }
}
