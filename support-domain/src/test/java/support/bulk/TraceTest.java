package support.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import support.macro.Macro;
import support.people.Role;
import support.people.Viewer;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;
import support.ticket.Extras;
import support.ticket.Replay;
import support.ticket.Request;
import support.ticket.Status;
import support.ticket.Tag;
import support.ticket.Ticket;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;
import support.ticket.TicketState;
import support.ticket.Words;

class TraceTest {
    private static final Terms TERMS = Terms.standard();
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");
    private static final LongPredicate ALL = person -> true;
    private static final Viewer CUSTOMER = person(1, Role.CUSTOMER, 7L);
    private static final Viewer AGENT = person(3, Role.AGENT, null);

    private static Viewer person(long id, Role role, @Nullable Long organisation) {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        return new Viewer(id, "A", "a@b.example", role, organisation, false, false, null, zone, Locale.ENGLISH);
    }

    private static Ticket raised() {
        Request request = new Request(
                RequestType.SUPPORT_REQUEST, Severity.LEVEL_2, 1, "", "", "summary", "words", UUID.randomUUID(), null);
        return Ticket.raise(new TicketNumber(1042), request, CUSTOMER, MONDAY_AT_TEN, TERMS);
    }

    private static Instant after(int minutes) {
        return MONDAY_AT_TEN.plusSeconds(60L * minutes);
    }

    /** As a later transaction finds it. */
    private static Ticket again(Ticket ticket) {
        return Ticket.restore(ticket.facts(), ticket.state());
    }

    @Test
    void a_step_that_is_taken_back_lets_who_waited_wait_since_then() {
        Ticket raised = raised();
        TicketState before = raised.state();
        Ticket moved = again(raised);
        moved.moveTo(Status.WAITING_FOR_CUSTOMER, AGENT, after(10), TERMS);
        assertThat(moved.state().answerAwaited()).isFalse();
        Trace trace = Trace.of(before, moved);
        Ticket back = again(moved);
        assertThat(trace.isFresh(back.state())).isTrue();
        trace.takeBack(back, ALL, AGENT, after(20), TERMS);
        assertThat(back.state().status()).isEqualTo(Status.NEW);
        assertThat(back.state().answerAwaited()).isTrue();
        assertThat(back.state().turnSince()).isEqualTo(MONDAY_AT_TEN);
        assertThat(back.state().owed()).as("its time rested for a while").isPresent();
        List<TicketEvent> history = new ArrayList<>(raised.events());
        history.addAll(moved.events());
        history.addAll(back.events());
        assertThat(Replay.asItWas(TERMS).of(history)).isEqualTo(back.state().promises());
        assertThat(Replay.asIf(TERMS, after(20)).of(history))
                .isEqualTo(back.state().promises());
    }

    @Test
    void an_end_that_is_taken_back_promises_a_solution_anew() {
        Ticket ticket = raised();
        ticket.answer(AGENT, new Words("w", UUID.randomUUID()), Status.OPEN, null, after(1), TERMS);
        List<TicketEvent> history = new ArrayList<>(ticket.events());
        Ticket resolved = again(ticket);
        TicketState before = resolved.state();
        resolved.moveTo(Status.RESOLVED, AGENT, after(10), TERMS);
        Ticket back = again(resolved);
        Trace.of(before, resolved).takeBack(back, ALL, AGENT, after(20), TERMS);
        history.addAll(resolved.events());
        history.addAll(back.events());
        assertThat(back.state().status()).isEqualTo(Status.OPEN);
        assertThat(back.place()).isPresent();
        assertThat(Replay.asItWas(TERMS).of(history)).isEqualTo(back.state().promises());
    }

    @Test
    void of_an_answer_with_all_that_goes_along_the_words_and_the_status_stay() {
        Ticket ticket = again(raised());
        TicketState before = ticket.state();
        ticket.answer(AGENT, new Words("w", UUID.randomUUID()), Status.WAITING_FOR_CUSTOMER, null, after(1), TERMS);
        Extras extras = new Extras("title", List.of(new Tag("there"), new Tag("here")), AGENT.id());
        ticket.bring(extras, Set.of(new Tag("there")), ALL, AGENT, after(1));
        Trace trace = Trace.of(before, ticket);
        assertThat(trace.answered()).isTrue();
        assertThat(trace.moved()).isNull();
        assertThat(trace.tagged()).containsExactly(new Tag("here"));
        Ticket back = again(ticket);
        trace.takeBack(back, ALL, AGENT, after(2), TERMS);
        assertThat(back.events().stream().map(TicketEvent::what))
                .containsExactly(new TicketEvent.Untagged("here"), new TicketEvent.Assigned(AGENT.id(), null, null));
        assertThat(back.state().status()).isEqualTo(Status.WAITING_FOR_CUSTOMER);
    }

    @Test
    void what_has_changed_since_is_noticed_also_when_only_time_has_passed() {
        Ticket ticket = raised();
        ticket.answer(AGENT, new Words("w", UUID.randomUUID()), Status.OPEN, null, after(1), TERMS);
        TicketState before = ticket.state();
        Ticket resolved = again(ticket);
        resolved.moveTo(Status.RESOLVED, AGENT, after(10), TERMS);
        Trace trace = Trace.of(before, resolved);
        assertThat(trace.isFresh(resolved.state())).isTrue();
        resolved.look(after(10).plus(Ticket.REOPENS));
        assertThat(trace.isFresh(resolved.state())).as("closed by itself").isFalse();
        Ticket other = again(ticket);
        other.tag(new Tag("x"), AGENT, after(11));
        assertThat(Trace.of(before, again(ticket)).isFresh(other.state())).isFalse();
    }

    private static Macro macro(String text, @Nullable Status next) {
        return new Macro(1, null, "title", text, next, List.of(), false, null, 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"NEW", "OPEN", "WAITING_FOR_CUSTOMER", "RESOLVED"})
    void an_answer_without_a_status_gives_the_customer_the_turn(Status present) {
        Macro macro = macro("words", null);
        assertThat(Fit.hindrance(macro, RequestType.SUPPORT_REQUEST, present)).isEmpty();
        assertThat(Fit.next(macro, RequestType.SUPPORT_REQUEST, present)).isEqualTo(Status.WAITING_FOR_CUSTOMER);
    }

    @Test
    void a_macro_does_not_fit_where_its_status_cannot_be_reached_nor_a_closed_ticket() {
        assertThat(Fit.hindrance(macro("words", null), RequestType.IDEA, Status.CLOSED))
                .contains(Fate.CLOSED);
        assertThat(Fit.hindrance(macro("", null), RequestType.IDEA, Status.CLOSED))
                .isEmpty();
        assertThat(Fit.hindrance(macro("words", Status.SHIPPED), RequestType.IDEA, Status.NEW))
                .contains(Fate.NO_SUCH_STEP);
        assertThat(Fit.hindrance(macro("words", Status.SHIPPED), RequestType.IDEA, Status.SHIPPED))
                .isEmpty();
    }

    @Test
    void only_a_number_with_a_version_is_a_choice() {
        assertThat(Chosen.parse("sup-1042.7")).contains(new Chosen(new TicketNumber(1042), 7));
        for (String other : List.of("", "SUP-1042", "SUP-1042.", "SUP-0.1", "SUP-1.-1", "SUP-1.9999999999", "x.1")) {
            assertThat(Chosen.parse(other)).isEmpty();
        }
    }
}
