package support.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import support.people.Role;
import support.people.Viewer;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;

/** What is set aside comes back in time, and hides no promise. */
class SnoozeTest {
    private static final Terms TERMS = Terms.standard();
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");
    private static final Viewer CUSTOMER = person(1, Role.CUSTOMER, 7L);
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

    private static Ticket raised() {
        Request request = new Request(
                RequestType.SUPPORT_REQUEST, Severity.LEVEL_2, 1, "", "", "summary", "words", UUID.randomUUID(), null);
        return Ticket.raise(new TicketNumber(1042), request, CUSTOMER, MONDAY_AT_TEN, TERMS);
    }

    private static Ticket answered() {
        Ticket ticket = raised();
        ticket.answer(AGENT, words(), Status.OPEN, null, after(5), TERMS);
        return ticket;
    }

    private static Ticket snoozed(int until) {
        Ticket ticket = answered();
        ticket.snooze(after(until), AGENT, after(10));
        return ticket;
    }

    private static TicketEvent.What last(Ticket ticket) {
        return ticket.events().getLast().what();
    }

    private static TicketEvent.Woken woken(TicketEvent.Woken.Why why) {
        return new TicketEvent.Woken(why);
    }

    private static void refused(Refusal.Reason reason, Runnable verb) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(verb::run)
                .extracting(Refusal::reason)
                .isEqualTo(reason);
    }

    @Test
    void where_nothing_is_promised_it_comes_back_when_one_wished() {
        Ticket ticket = snoozed(5000);
        assertThat(ticket.state().snoozedUntil()).isEqualTo(after(5000));
        assertThat(ticket.nextLook()).contains(after(5000));
        ticket.look(after(4999));
        assertThat(ticket.state().isSnoozed(after(4999))).isTrue();
        assertThat(ticket.state().isSnoozed(after(5000)))
                .as("by the clock, before any timer")
                .isFalse();
        ticket.look(after(5000));
        assertThat(ticket.state().snoozedUntil()).isNull();
        assertThat(last(ticket)).isEqualTo(woken(TicketEvent.Woken.Why.TIME));
        int events = ticket.events().size();
        ticket.look(after(5001));
        assertThat(ticket.events()).as("once").hasSize(events);
    }

    @Test
    void what_is_promised_cuts_the_time_to_its_warning_and_brings_it_back() {
        Ticket ticket = raised();
        ticket.snooze(after(5000), AGENT, after(1));
        assertThat(ticket.state().snoozedUntil()).as("three of four hours").isEqualTo(after(180));
        assertThat(last(ticket)).isEqualTo(new TicketEvent.Snoozed(after(180)));
        ticket.look(after(180));
        assertThat(last(ticket)).isEqualTo(woken(TicketEvent.Woken.Why.PROMISE));
        refused(Refusal.Reason.SNOOZE_PRESSES, () -> ticket.snooze(after(5000), AGENT, after(181)));
        ticket.look(after(241));
        refused(Refusal.Reason.SNOOZE_PRESSES, () -> ticket.snooze(after(5000), AGENT, after(300)));
    }

    @Test
    void what_is_promised_later_cuts_it_too() {
        Ticket ticket = snoozed(50_000);
        Instant friday = Instant.parse("2026-06-19T15:00:00Z");
        ticket.answer(AGENT, words(), Status.OPEN, friday, after(20), TERMS);
        assertThat(ticket.state().snoozedUntil())
                .isEqualTo(ticket.state().promises().getLast().warnAt())
                .isBefore(friday);
    }

    @Test
    void it_comes_back_at_once_when_the_customer_writes_or_it_gets_worse() {
        Ticket ticket = snoozed(5000);
        ticket.reclassify(Severity.LEVEL_3, CUSTOMER, after(20), TERMS);
        assertThat(ticket.state().isSnoozed(after(20))).as("it got better").isTrue();
        ticket.reclassify(Severity.LEVEL_1, CUSTOMER, after(30), TERMS);
        assertThat(ticket.events())
                .contains(new TicketEvent(after(30), CUSTOMER.id(), woken(TicketEvent.Woken.Why.SEVERITY)));
        ticket.snooze(after(5000), AGENT, after(40));
        ticket.reply(CUSTOMER, words(), after(50), TERMS);
        assertThat(ticket.events())
                .contains(new TicketEvent(after(50), CUSTOMER.id(), woken(TicketEvent.Woken.Why.REPLY)));
        assertThat(ticket.state().snoozedUntil()).isNull();
    }

    @Test
    void notes_and_answers_leave_it_aside_and_whoever_ends_or_wakes_it_does_not() {
        Ticket ticket = snoozed(5000);
        ticket.note(AGENT, words(), after(20));
        ticket.answer(AGENT, words(), Status.WAITING_FOR_CUSTOMER, null, after(21), TERMS);
        assertThat(ticket.state().isSnoozed(after(22))).isTrue();
        ticket.wake(AGENT, after(30));
        ticket.wake(AGENT, after(31));
        assertThat(last(ticket)).isEqualTo(woken(TicketEvent.Woken.Why.PERSON));
        assertThat(ticket.events().getLast().at()).as("once").isEqualTo(after(30));
        ticket.snooze(after(5000), AGENT, after(40));
        ticket.moveTo(Status.RESOLVED, AGENT, after(50), TERMS);
        assertThat(last(ticket)).isEqualTo(woken(TicketEvent.Woken.Why.DONE));
        refused(Refusal.Reason.SNOOZE_DONE, () -> ticket.snooze(after(5000), AGENT, after(60)));
    }

    @Test
    void a_time_that_has_passed_is_refused() {
        Ticket ticket = answered();
        refused(Refusal.Reason.SNOOZE_PAST, () -> ticket.snooze(after(10), AGENT, after(10)));
        assertThat(ticket.state().snoozedUntil()).isNull();
    }

    @Test
    void another_ticket_that_goes_on_in_it_brings_it_back() {
        Ticket ticket = snoozed(5000);
        Request request = new Request(
                RequestType.SUPPORT_REQUEST, Severity.LEVEL_4, 1, "", "", "again", "words", UUID.randomUUID(), null);
        Ticket other = Ticket.raise(new TicketNumber(1043), request, CUSTOMER, after(20), TERMS);
        other.snooze(after(60), AGENT, after(21));
        other.mergeInto(ticket, person -> true, false, AGENT, after(30), TERMS);
        assertThat(ticket.state().snoozedUntil()).isNull();
        assertThat(other.state().snoozedUntil()).isNull();
    }

    @ParameterizedTest
    @CsvSource({ // a Monday, two days before Christmas, a Friday evening, the Sunday on which the clocks go back
        "2026-06-15T08:00:00Z, 2026-06-16T07:00:00Z, 2026-06-22T07:00:00Z, 2026-06-18T07:00:00Z",
        "2026-12-23T12:00:00Z, 2026-12-24T08:00:00Z, 2026-12-28T08:00:00Z, 2026-12-29T08:00:00Z",
        "2026-06-19T20:00:00Z, 2026-06-22T07:00:00Z, 2026-06-22T07:00:00Z, 2026-06-25T07:00:00Z",
        "2026-10-25T00:30:00Z, 2026-10-26T08:00:00Z, 2026-10-26T08:00:00Z, 2026-10-29T08:00:00Z"
    })
    void times_by_name_go_by_the_calendar(Instant now, Instant morning, Instant week, Instant inThreeDays) {
        Moments moments = new Moments(now, TERMS.at(now).calendar());
        assertThat(moments.nextMorning()).contains(morning);
        assertThat(moments.nextWeek()).contains(week);
        assertThat(moments.morningAfter(3)).contains(inThreeDays);
        Instant beyond = now.plus(Duration.ofDays(100_000));
        assertThat(new Moments(beyond, TERMS.at(now).calendar()).nextMorning()).isEmpty();
    }
}
