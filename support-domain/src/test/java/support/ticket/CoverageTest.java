package support.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import support.coverage.Verdict;
import support.people.Role;
import support.people.Viewer;
import support.sla.Metric;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;
import support.ticket.Coverage.Admission;

/** A promise runs for what is covered or could not be checked; for all else from when somebody of the desk accepts it. */
class CoverageTest {
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

    private static Ticket raised(Verdict.Kind verdict, Admission admission) {
        Request request = new Request(
                RequestType.SUPPORT_REQUEST,
                Severity.LEVEL_2,
                1,
                "",
                "",
                "summary",
                "words",
                UUID.randomUUID(),
                null,
                new Coverage(verdict, admission));
        return Ticket.raise(new TicketNumber(1042), request, CUSTOMER, MONDAY_AT_TEN, TERMS);
    }

    private static Ticket disputed() {
        return raised(Verdict.Kind.NOT_COVERED, Admission.DISPUTED);
    }

    private static Words words() {
        return new Words("words", UUID.randomUUID());
    }

    private static Instant after(int minutes) {
        return MONDAY_AT_TEN.plusSeconds(60L * minutes);
    }

    private static Promise first(Ticket ticket) {
        return ticket.state().last(Metric.FIRST_RESPONSE).orElseThrow();
    }

    @Test
    void what_could_not_be_checked_is_promised_like_what_is_covered() {
        assertThat(first(raised(Verdict.Kind.UNVERIFIED, Admission.FREE)).dueAt())
                .isEqualTo(after(240));
        assertThat(first(raised(Verdict.Kind.COVERED, Admission.FREE)).dueAt()).isEqualTo(after(240));
    }

    @Test
    void nothing_is_promised_on_what_is_not_covered_whoever_writes() {
        Ticket ticket = disputed();
        ticket.reply(CUSTOMER, words(), after(10), TERMS);
        ticket.answer(AGENT, words(), Status.WAITING_FOR_CUSTOMER, null, after(20), TERMS);
        ticket.reply(CUSTOMER, words(), after(30), TERMS);
        ticket.reclassify(Severity.LEVEL_1, AGENT, after(40), TERMS);
        assertThat(ticket.state().promises()).isEmpty();
    }

    @Test
    void what_is_accepted_is_promised_from_that_moment() {
        Ticket ticket = disputed();
        ticket.acceptCoverage("their licence was renewed today", AGENT, after(60), TERMS);
        assertThat(first(ticket).startedAt()).isEqualTo(after(60));
        assertThat(first(ticket).dueAt()).isEqualTo(after(300));
        assertThat(ticket.state().coverage()).isEqualTo(new Coverage(Verdict.Kind.NOT_COVERED, Admission.ACCEPTED));
    }

    @Test
    void what_was_answered_before_it_was_accepted_owes_no_first_response() {
        Ticket ticket = disputed();
        ticket.answer(AGENT, words(), Status.WAITING_FOR_CUSTOMER, null, after(20), TERMS);
        ticket.acceptCoverage("a mistake of ours", AGENT, after(60), TERMS);
        assertThat(ticket.state().promises()).isEmpty();
    }

    @Test
    void declining_is_an_answer_that_keeps_what_was_promised_and_ends_it() {
        Ticket ticket = raised(Verdict.Kind.UNVERIFIED, Admission.FREE);
        ticket.declineCoverage(AGENT, words(), after(60), TERMS);
        assertThat(first(ticket).verdict()).isEqualTo(Promise.Verdict.KEPT);
        assertThat(ticket.state().status()).isEqualTo(Status.WAITING_FOR_CUSTOMER);
        assertThat(ticket.messages().getLast().internal()).isFalse();
        ticket.reply(CUSTOMER, words(), after(70), TERMS);
        assertThat(ticket.state().owed()).isEmpty();
    }

    @Test
    void what_is_declined_can_be_accepted_after_all_and_only_then() {
        Ticket ticket = disputed();
        ticket.declineCoverage(AGENT, words(), after(60), TERMS);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.declineCoverage(AGENT, words(), after(61), TERMS));
        ticket.acceptCoverage("they showed the invoice", AGENT, after(70), TERMS);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.acceptCoverage("again", AGENT, after(71), TERMS));
        ticket.reply(CUSTOMER, words(), after(80), TERMS);
        assertThat(ticket.state().coverage().admission()).isEqualTo(Admission.ACCEPTED);
    }

    @Test
    void rules_that_cover_it_by_now_need_nobodys_decision() {
        Ticket ticket = disputed();
        ticket.checkCoverage(Verdict.Kind.NOT_COVERED, AGENT, after(10), TERMS);
        assertThat(ticket.state().promises()).isEmpty();
        ticket.checkCoverage(Verdict.Kind.COVERED, AGENT, after(60), TERMS);
        assertThat(first(ticket).dueAt()).isEqualTo(after(300));
        assertThat(ticket.state().coverage()).isEqualTo(new Coverage(Verdict.Kind.COVERED, Admission.FREE));
    }

    @Test
    void a_promise_outlives_rules_that_would_not_have_made_it() {
        Ticket ticket = raised(Verdict.Kind.UNVERIFIED, Admission.FREE);
        ticket.checkCoverage(Verdict.Kind.NOT_COVERED, AGENT, after(60), TERMS);
        assertThat(first(ticket).isOpen()).isTrue();
        assertThat(ticket.state().coverage()).isEqualTo(new Coverage(Verdict.Kind.NOT_COVERED, Admission.FREE));
    }

    @Test
    void an_acceptance_has_a_reason() {
        assertThatThrownBy(() -> disputed().acceptCoverage(" ", AGENT, after(1), TERMS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_done_is_not_judged_again_and_promises_nothing() {
        Ticket ticket = disputed();
        ticket.solve(CUSTOMER, MONDAY_AT_TEN.plusSeconds(60), TERMS);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> ticket.checkCoverage(Verdict.Kind.COVERED, AGENT, MONDAY_AT_TEN.plusSeconds(120), TERMS))
                .matches(refusal -> refusal.reason() == Refusal.Reason.NOT_IN_QUESTION);
        assertThat(ticket.state().promises()).isEmpty();
    }

    private static Quotation offer(String price) {
        return new Quotation(0, new BigDecimal(price), Currency.getInstance("EUR"), LocalDate.of(2026, 6, 20));
    }

    private static Words text() {
        return new Words("words", UUID.randomUUID());
    }

    @Test
    void an_order_is_promised_a_first_reply_from_then_on() {
        Ticket ticket = raised(Verdict.Kind.NOT_COVERED, Admission.PAID);
        ticket.quote(AGENT, text(), offer("480"), MONDAY_AT_TEN.plusSeconds(60), TERMS);
        assertThat(ticket.state().promises()).isEmpty();
        assertThat(ticket.state().status()).isEqualTo(Status.WAITING_FOR_CUSTOMER);
        Instant ordered = MONDAY_AT_TEN.plusSeconds(3600);
        ticket.acceptQuotation(1, LocalDate.of(2026, 6, 20), CUSTOMER, ordered, TERMS);
        Promise first = ticket.state().last(Metric.FIRST_RESPONSE).orElseThrow();
        assertThat(first.startedAt()).isEqualTo(ordered);
        assertThat(ticket.state().status()).isEqualTo(Status.OPEN);
        ticket.answer(AGENT, text(), Status.WAITING_FOR_CUSTOMER, null, ordered.plusSeconds(60), TERMS);
        assertThat(ticket.state().last(Metric.FIRST_RESPONSE).orElseThrow().verdict())
                .isEqualTo(Promise.Verdict.KEPT);
    }

    @Test
    void a_verdict_that_was_given_stays_when_the_customer_orders_later() {
        Ticket ticket = raised(Verdict.Kind.COVERED, Admission.FREE);
        ticket.declineCoverage(AGENT, text(), MONDAY_AT_TEN.plusSeconds(60), TERMS);
        Promise kept = ticket.state().last(Metric.FIRST_RESPONSE).orElseThrow();
        ticket.quote(AGENT, text(), offer("480"), MONDAY_AT_TEN.plusSeconds(120), TERMS);
        ticket.acceptQuotation(1, LocalDate.of(2026, 6, 16), CUSTOMER, MONDAY_AT_TEN.plusSeconds(180), TERMS);
        assertThat(ticket.state().last(Metric.FIRST_RESPONSE)).contains(kept);
        assertThat(kept.verdict()).isEqualTo(Promise.Verdict.KEPT);
    }

    @Test
    void an_offer_has_a_price_in_cents_and_a_last_day() {
        for (String absurd : new String[] {"0", "-1", "0.001", "10000000"}) {
            assertThatThrownBy(() -> offer(absurd)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(offer("480.5").price()).isEqualTo(new BigDecimal("480.50"));
        assertThat(offer("1").standsOn(LocalDate.of(2026, 6, 20))).isTrue();
        assertThat(offer("1").standsOn(LocalDate.of(2026, 6, 21))).isFalse();
    }

    @Test
    void only_the_newest_offer_is_accepted_and_not_by_the_desk() {
        Ticket ticket = raised(Verdict.Kind.NOT_COVERED, Admission.PAID);
        ticket.quote(AGENT, text(), offer("100"), MONDAY_AT_TEN.plusSeconds(60), TERMS);
        ticket.quote(AGENT, text(), offer("200"), MONDAY_AT_TEN.plusSeconds(120), TERMS);
        LocalDate today = LocalDate.of(2026, 6, 15);
        Instant then = MONDAY_AT_TEN.plusSeconds(180);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.acceptQuotation(1, today, CUSTOMER, then, TERMS))
                .matches(refusal -> refusal.reason() == Refusal.Reason.OFFER_GONE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.acceptQuotation(2, today, AGENT, then, TERMS))
                .matches(refusal -> refusal.reason() == Refusal.Reason.NOT_YOURS);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ticket.acceptQuotation(2, today.plusDays(6), CUSTOMER, then, TERMS))
                .matches(refusal -> refusal.reason() == Refusal.Reason.OFFER_GONE);
        ticket.declineQuotation(2, "", CUSTOMER, then, TERMS);
        assertThat(ticket.state().coverage().admission()).isEqualTo(Admission.DECLINED);
        assertThat(ticket.state().promises()).isEmpty();
    }
}
