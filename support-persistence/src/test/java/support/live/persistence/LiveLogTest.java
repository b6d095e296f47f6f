package support.live.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import support.database.KnownConnection;
import support.live.Position;
import support.testing.TestDatabase;
import support.testing.TestTime;
import support.ticket.TicketNumber;

/** Each event is new once, in whichever order transactions end; and who is there is known to all instances. */
class LiveLogTest {
    private static final Instant NOW = TestTime.MONDAY_AT_TEN;

    private final TestDatabase.Copy copy = TestDatabase.fresh();
    private final JdbcClient app = JdbcClient.create(source(copy.app()));
    private final JdbcClient owner = JdbcClient.create(source(copy.owner()));
    private final LiveLog log = new LiveLog(app);

    private static DriverManagerDataSource source(KnownConnection known) {
        return new DriverManagerDataSource(known.getJdbcUrl(), known.getUsername(), known.getPassword());
    }

    @BeforeEach
    void let_events_be_of_any_ticket() {
        // what hangs on a ticket is of no interest here
        owner.sql("alter table ticket_event drop constraint ticket_event_ticket_number_fkey")
                .update();
    }

    private static void happen(JdbcClient to, long ticket, Instant at) {
        to.sql(
                        "insert into ticket_event (ticket_number, happened_at, kind, data) values (:ticket, :at, 'NOTE_WRITTEN', '{}')")
                .param("ticket", ticket)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Set<TicketNumber> tickets(long... numbers) {
        return Set.copyOf(Arrays.stream(numbers).mapToObj(TicketNumber::new).toList());
    }

    @Test
    void what_has_happened_is_new_once() {
        happen(app, 1, NOW);
        Position begin = log.begin(NOW);
        assertThat(log.since(begin, NOW).isNone()).isTrue();
        happen(app, 2, NOW);
        happen(app, 2, NOW);
        LiveLog.News news = log.since(begin, NOW);
        assertThat(news.tickets()).isEqualTo(tickets(2));
        assertThat(log.since(news.position(), NOW).isNone()).isTrue();
        assertThat(log.since(begin, NOW).tickets()).isEqualTo(tickets(2));
    }

    @Test
    void a_transaction_that_began_first_and_ends_last_loses_nothing_and_holds_up_nobody() throws SQLException {
        try (Connection slow = source(copy.app()).getConnection();
                Connection quick = source(copy.app()).getConnection()) {
            slow.setAutoCommit(false);
            quick.setAutoCommit(false);
            JdbcClient first = JdbcClient.create(new SingleConnectionDataSource(slow, true));
            JdbcClient second = JdbcClient.create(new SingleConnectionDataSource(quick, true));
            Position begin = log.begin(NOW);
            happen(first, 1, NOW);
            happen(second, 2, NOW);
            quick.commit();
            LiveLog.News early = log.since(begin, NOW);
            assertThat(early.tickets()).isEqualTo(tickets(2));
            slow.commit();
            LiveLog.News late = log.since(early.position(), NOW);
            assertThat(late.tickets()).isEqualTo(tickets(1));
            assertThat(log.since(late.position(), NOW).isNone()).isTrue();
            assertThat(app.sql("select array_agg(ticket_number order by id) = '{1,2}' from ticket_event")
                            .query(Boolean.class)
                            .single())
                    .as("numbers of rows tell another order")
                    .isTrue();
        }
    }

    @Test
    void what_was_taken_back_never_happened() throws SQLException {
        try (Connection broken = source(copy.app()).getConnection()) {
            broken.setAutoCommit(false);
            Position begin = log.begin(NOW);
            happen(JdbcClient.create(new SingleConnectionDataSource(broken, true)), 1, NOW);
            LiveLog.News meanwhile = log.since(begin, NOW);
            broken.rollback();
            assertThat(log.since(meanwhile.position(), NOW).isNone()).isTrue();
        }
    }

    @Test
    void who_was_away_for_long_or_missed_much_or_comes_from_elsewhere_looks_at_everything_anew() {
        Position begin = log.begin(NOW);
        assertThat(log.since(begin, NOW.plus(LiveLog.LONGEST_ABSENCE).plusSeconds(1))
                        .unknown())
                .isTrue();
        assertThat(log.since(new Position(NOW, "900000000000:900000000000:"), NOW)
                        .unknown())
                .isTrue();
        app.sql("insert into ticket_event (ticket_number, happened_at, kind, data)"
                        + " select n, :at, 'NOTE_WRITTEN', '{}' from generate_series(1, 501) as s (n)")
                .param("at", NOW.atOffset(ZoneOffset.UTC))
                .update();
        assertThat(log.since(begin, NOW))
                .matches(news -> news.unknown() && news.tickets().isEmpty());
    }

    @Test
    void what_came_out_of_a_dump_is_not_new() {
        Position begin = log.begin(NOW);
        owner.sql(
                        "insert into ticket_event (ticket_number, happened_at, kind, data, written_in) values"
                                + " (1, :now, 'NOTE_WRITTEN', '{}', '900000000000'), (2, :past, 'NOTE_WRITTEN', '{}', pg_current_xact_id())")
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .param("past", NOW.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .update();
        assertThat(log.since(begin, NOW).isNone()).isTrue();
    }

    @Test
    void all_instances_know_who_is_at_a_ticket_until_nobody_says_so_any_more() {
        owner.sql(
                        "insert into person (id, email, name, role, state) overriding system value values"
                                + " (901, 'a@desk.example', 'Ada', 'AGENT', 'ACTIVE'), (902, 'b@desk.example', 'Ben', 'AGENT', 'ACTIVE')")
                .update();
        Attendance attendance = new Attendance(app);
        TicketNumber ticket = new TicketNumber(1);
        Attendance.Seat ada = new Attendance.Seat(ticket, 901);
        Attendance.Seat ben = new Attendance.Seat(ticket, 902);
        UUID here = UUID.randomUUID();
        UUID there = UUID.randomUUID();
        attendance.tell(here, Map.of(ada, false, ben, false), NOW);
        attendance.tell(there, Map.of(ada, true), NOW);
        assertThat(attendance.at(List.of(ticket), NOW))
                .isEqualTo(Map.of(
                        ticket,
                        List.of(
                                new Attendance.Attendant(901, "Ada", true),
                                new Attendance.Attendant(902, "Ben", false))));
        attendance.tell(here, Map.of(), NOW);
        attendance.tell(there, Map.of(ada, false), NOW);
        assertThat(attendance.at(List.of(ticket), NOW))
                .isEqualTo(Map.of(ticket, List.of(new Attendance.Attendant(901, "Ada", false))));
        Instant later = NOW.plus(Attendance.REMEMBERED);
        assertThat(attendance.at(List.of(ticket), later)).isEmpty();
        attendance.tell(here, Map.of(ben, false), later.plusSeconds(1));
        assertThat(app.sql("select count(*) from presence").query(Long.class).single())
                .isEqualTo(1);
    }
}
