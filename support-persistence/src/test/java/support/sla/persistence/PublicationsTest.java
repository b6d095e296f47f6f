package support.sla.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import support.calendar.CalendarPlan;
import support.calendar.ClosedDay;
import support.calendar.Window;
import support.database.KnownConnection;
import support.sla.Policy;
import support.sla.Terms;
import support.testing.TestDatabase;

/** Published versions as they lie in PostgreSQL. */
class PublicationsTest {
    private static final Instant NEXT_WEEK = Instant.parse("2026-06-22T06:00:00Z");

    private final TestDatabase.Copy copy = TestDatabase.fresh();
    private final JdbcClient app = JdbcClient.create(source(copy.app()));
    private final JdbcClient owner = JdbcClient.create(source(copy.owner()));
    private final Publications publications = new Publications(app);

    private static DriverManagerDataSource source(KnownConnection known) {
        return new DriverManagerDataSource(known.getJdbcUrl(), known.getUsername(), known.getPassword());
    }

    @BeforeEach
    void begin_as_every_desk_does() {
        publications.begin();
    }

    private long somebody() {
        return owner.sql(
                        "insert into person (email, name, role, state) values ('l@desk.example', 'L', 'LEAD', 'ACTIVE')"
                                + " returning id")
                .query(Long.class)
                .single();
    }

    @Test
    void a_desk_begins_with_the_standard_terms_and_only_once() {
        publications.begin();
        Terms terms = publications.all();
        assertThat(publications.newest()).isEqualTo(new Publications.Newest(1, 1));
        assertThat(terms.policies().getFirst().policy()).isEqualTo(Policy.standard());
        Instant friday = Instant.parse("2026-10-30T15:30:00Z");
        assertThat(terms.at(friday).calendar().closedDays(LocalDate.of(2026, 11, 18)))
                .extracting(ClosedDay::source)
                .containsExactly("Jollyday 2.19.0: Germany, Saxony");
        assertThat(terms.at(friday).calendar().hours().nextClosing(friday))
                .contains(Instant.parse("2026-10-30T16:00:00Z"));
    }

    @Test
    void a_desk_that_was_never_started_says_so() {
        Publications none =
                new Publications(JdbcClient.create(source(TestDatabase.fresh().app())));
        assertThatThrownBy(none::all).hasMessageStartingWith("this desk was never started");
    }

    @Test
    void a_calendar_with_everything_comes_back_as_it_was_written() {
        CalendarPlan plan = new CalendarPlan(
                "Asia/Kathmandu",
                Map.of(DayOfWeek.SUNDAY, List.of(Window.parse("09:00-12:00"), Window.parse("13:00-24:00"))),
                "",
                "",
                List.of(new CalendarPlan.Closure(LocalDate.of(2026, 12, 28), "Between the years")),
                List.of(new CalendarPlan.ChangedDay(
                        LocalDate.of(2026, 12, 24), "Christmas Eve", List.of(Window.parse("09:00-12:00")))));
        List<ClosedDay> known =
                List.of(new ClosedDay(LocalDate.of(2026, 12, 25), "Christmas", ClosedDay.Kind.STATUTORY, "a list"));
        publications.add(
                new Terms.PublishedCalendar("Kathmandu", plan.build(2, known), NEXT_WEEK),
                plan,
                known,
                NEXT_WEEK,
                somebody());
        Terms.PublishedCalendar read = publications.all().newest("Kathmandu").orElseThrow();
        assertThat(publications.planOf("Kathmandu")).isEqualTo(plan);
        assertThat(read.effective()).isEqualTo(NEXT_WEEK);
        assertThat(read.calendar().windows(LocalDate.of(2026, 12, 24))).containsExactly(Window.parse("09:00-12:00"));
        assertThat(read.calendar().closedDays(LocalDate.of(2026, 12, 25))).isEqualTo(known);
        assertThat(read.calendar().closedDays(LocalDate.of(2026, 12, 28))).hasSize(1);
    }

    private boolean couldBePublished() {
        return owner.sql("select pg_try_advisory_xact_lock(hashtextextended('terms', 0))")
                .query(Boolean.class)
                .single();
    }

    @Test
    void nothing_is_published_while_somebody_promises() {
        DriverManagerDataSource source = source(copy.app());
        Publications inTransaction = new Publications(JdbcClient.create(source));
        TransactionTemplate promising = new TransactionTemplate(new DataSourceTransactionManager(source));
        promising.executeWithoutResult(running -> {
            assertThat(inTransaction.held()).isEqualTo(new Publications.Newest(1, 1));
            assertThat(couldBePublished()).isFalse();
        });
        assertThat(couldBePublished()).isTrue();
    }

    @Test
    void what_was_published_is_rewritten_by_nobody() {
        for (String sql : List.of(
                "update calendar_version set name = 'x'",
                "delete from policy_version",
                "update policy_version set effective_at = now()")) {
            assertThatThrownBy(() -> app.sql(sql).update()).rootCause().hasMessageContaining("permission denied");
            assertThatThrownBy(() -> owner.sql(sql).update()).rootCause().hasMessageContaining("stays as it was");
        }
    }
}
