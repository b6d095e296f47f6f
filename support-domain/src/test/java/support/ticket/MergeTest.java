package support.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import support.people.Role;
import support.people.Viewer;
import support.sla.Metric;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;

/** Two tickets become one, and what was promised survives (docs/sla.md, rule 14). */
class MergeTest {
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");
    private static final Terms TERMS = Terms.standard();
    private static final Viewer CUSTOMER = person(1, Role.CUSTOMER, 7L);
    private static final Viewer COLLEAGUE = person(2, Role.CUSTOMER, 7L);
    private static final Viewer STRANGER = person(4, Role.CUSTOMER, 8L);
    private static final Viewer AGENT = person(3, Role.AGENT, null);

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

    private static Ticket raised(long number, Viewer by, RequestType type, Severity severity, int minutes) {
        Request request = new Request(type, severity, 1, "", "", "summary", "words", UUID.randomUUID(), null);
        return Ticket.raise(new TicketNumber(number), request, by, after(minutes), TERMS);
    }

    private static Ticket raised(long number, Severity severity, int minutes) {
        return raised(number, CUSTOMER, RequestType.SUPPORT_REQUEST, severity, minutes);
    }

    private static void merge(Ticket one, Ticket into, int minutes) {
        one.mergeInto(into, person -> person != STRANGER.id(), false, AGENT, after(minutes), TERMS);
    }

    private static List<Promise> first(Ticket ticket) {
        return ticket.state().promises().stream()
                .filter(promise -> promise.metric() == Metric.FIRST_RESPONSE)
                .toList();
    }

    private static void replays(Ticket ticket) {
        assertThat(Replay.asItWas(TERMS).of(ticket.events()))
                .isEqualTo(ticket.state().promises());
    }

    @Test
    void the_earlier_due_time_wins_and_the_other_ticket_owes_nothing() {
        Ticket source = raised(1, Severity.LEVEL_2, 0);
        Ticket target = raised(2, Severity.LEVEL_2, 30);
        Promise earlier = first(source).getFirst();
        merge(source, target, 40);
        assertThat(first(target)).containsExactly(earlier);
        assertThat(first(source).getFirst().verdict()).isEqualTo(Promise.Verdict.WITHDRAWN);
        assertThat(source.state().status()).isEqualTo(Status.CLOSED);
        assertThat(source.place()).isEmpty();
        target.answer(AGENT, words(), Status.OPEN, null, after(50), TERMS);
        assertThat(first(target).getFirst().verdict()).isEqualTo(Promise.Verdict.KEPT);
        replays(source);
        replays(target);
    }

    @Test
    void what_is_due_there_before_stays_as_it_is() {
        Ticket source = raised(1, Severity.LEVEL_4, 0);
        Ticket target = raised(2, Severity.LEVEL_1, 30);
        Promise own = first(target).getFirst();
        merge(source, target, 40);
        assertThat(first(target)).containsExactly(own);
        replays(target);
    }

    @Test
    void a_verdict_that_has_fallen_stays_and_what_is_open_is_owed_beside_it() {
        Ticket source = raised(1, Severity.LEVEL_1, 30);
        Ticket target = raised(2, Severity.LEVEL_1, 0);
        target.answer(AGENT, words(), Status.WAITING_FOR_CUSTOMER, null, after(10), TERMS);
        merge(source, target, 40);
        assertThat(first(target))
                .extracting(Promise::verdict)
                .containsExactly(Promise.Verdict.KEPT, Promise.Verdict.OPEN);
        assertThat(target.state().status()).isEqualTo(Status.OPEN);
        assertThat(target.state().answerAwaited()).isTrue();
        target.look(after(91));
        assertThat(first(target))
                .extracting(Promise::verdict)
                .containsExactly(Promise.Verdict.KEPT, Promise.Verdict.MISSED);
        replays(target);
    }

    @Test
    void what_is_late_by_then_is_missed_where_it_was_promised() {
        Ticket source = raised(1, Severity.LEVEL_1, 0);
        Ticket target = raised(2, Severity.LEVEL_4, 0);
        merge(source, target, 61);
        assertThat(first(source).getFirst().verdict()).isEqualTo(Promise.Verdict.MISSED);
        assertThat(first(target)).hasSize(1);
        replays(source);
        replays(target);
    }

    @Test
    void whoever_was_on_one_is_on_the_other() {
        Ticket source = raised(1, COLLEAGUE, RequestType.SUPPORT_REQUEST, Severity.LEVEL_3, 0);
        source.addParticipant(CUSTOMER, AGENT, after(1));
        Ticket target = raised(2, Severity.LEVEL_3, 0);
        assertThatThrownBy(() -> merge(source, target, 5)).hasMessageContaining("MERGE_UNSURE");
        source.mergeInto(target, person -> true, true, AGENT, after(5), TERMS);
        assertThat(target.state().participants()).containsExactly(COLLEAGUE.id());
    }

    @Test
    void what_would_show_words_to_others_or_lead_nowhere_is_refused() {
        Ticket one = raised(1, Severity.LEVEL_3, 0);
        assertThatThrownBy(() -> merge(one, one, 5)).hasMessageContaining("MERGE_ITSELF");
        Ticket strangers = raised(2, STRANGER, RequestType.SUPPORT_REQUEST, Severity.LEVEL_3, 0);
        assertThatThrownBy(() -> merge(one, strangers, 5)).hasMessageContaining("MERGE_OTHERS");
        Ticket bug = raised(3, CUSTOMER, RequestType.BUG_REPORT, Severity.LEVEL_3, 0);
        assertThatThrownBy(() -> merge(one, bug, 5)).hasMessageContaining("MERGE_TYPE");
        Ticket done = raised(4, Severity.LEVEL_3, 0);
        done.solve(CUSTOMER, after(1), TERMS);
        assertThatThrownBy(() -> merge(one, done, 5)).hasMessageContaining("MERGE_DONE");
        Ticket watched = raised(5, Severity.LEVEL_3, 0);
        watched.addParticipant(STRANGER, AGENT, after(1));
        assertThatThrownBy(() -> merge(watched, one, 5)).hasMessageContaining("MERGE_OUTSIDERS");
        assertThatThrownBy(() -> merge(one, watched, 5)).hasMessageContaining("MERGE_OUTSIDERS");
        merge(done, one, 6);
        assertThatThrownBy(() -> merge(one, done, 7)).as("in a circle").hasMessageContaining("MERGE_DONE");
    }
}
