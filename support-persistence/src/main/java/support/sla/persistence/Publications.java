package support.sla.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.calendar.CalendarPlan;
import support.calendar.ClosedDay;
import support.database.Columns;
import support.sla.Policy;
import support.sla.Terms;

/** The published versions of calendars and policies. They are only ever added to. */
@Repository
public class Publications {
    /** The numbers of the newest versions. */
    public record Newest(int policy, int calendar) {
        /** Whether these terms are up to date. */
        public boolean areIn(Terms terms) {
            return policy == terms.policyVersion() && calendar == terms.calendarVersion();
        }
    }

    private final JdbcClient database;

    Publications(JdbcClient database) {
        this.database = database;
    }

    /** What a desk begins with; does nothing when there is anything already. */
    public void begin() {
        if (newest().calendar() > 0 && newest().policy() > 0) {
            return; // to look up the holidays of thirty years takes a while
        }
        CalendarPlan plan = CalendarPlan.officeHours();
        database.sql("""
                        insert into calendar_version (version, name, body, effective_at, published_at)
                        values (1, :name, cast(:body as jsonb), 'epoch', now()) on conflict do nothing
                        """)
                .param("name", Terms.OFFICE_HOURS)
                .param("body", TermsJson.write(plan, plan.statutory()))
                .update();
        database.sql("""
                        insert into policy_version (version, body, effective_at, published_at)
                        values (1, cast(:body as jsonb), 'epoch', now()) on conflict do nothing
                        """).param("body", TermsJson.write(Policy.standard())).update();
    }

    /**
     * Everything that was published.
     *
     * @throws IllegalStateException on a desk that has not begun
     */
    public Terms all() {
        List<StoredTerms> calendars = calendars();
        List<StoredTerms> policies = policies();
        if (calendars.isEmpty() || policies.isEmpty()) {
            throw new IllegalStateException("this desk was never started: it has no calendar and no policy yet");
        }
        return Terms.of(
                calendars.stream().map(StoredTerms::calendar).toList(),
                policies.stream().map(StoredTerms::policy).toList());
    }

    /** Every version of every calendar, in their order. */
    public List<StoredTerms> calendars() {
        return database.sql("select version, name, effective_at, body from calendar_version order by version")
                .query((row, n) -> stored(row))
                .list();
    }

    /** Every version of the policy, in their order. */
    public List<StoredTerms> policies() {
        return database.sql("select version, '' as name, effective_at, body from policy_version order by version")
                .query((row, n) -> stored(row))
                .list();
    }

    private static StoredTerms stored(ResultSet row) throws SQLException {
        return new StoredTerms(
                row.getInt("version"),
                row.getString("name"),
                Columns.instant(row, "effective_at"),
                row.getString("body"));
    }

    /** The newest versions, as a look from outside. */
    public Newest newest() {
        return database.sql("select coalesce((select max(version) from policy_version), 0) as policy,"
                        + " coalesce((select max(version) from calendar_version), 0) as calendar")
                .query(Newest.class)
                .single();
    }

    /** The newest versions; nothing is published until the running transaction ends. */
    public Newest held() {
        return database.sql("select policy, calendar from known_terms()")
                .query(Newest.class)
                .single();
    }

    /** Waits until nobody holds on to the terms; from then on to the end of the transaction nobody else does. */
    public void lock() {
        database.sql("select 1 from pg_advisory_xact_lock(hashtextextended('terms', 0))")
                .query(Integer.class)
                .single();
    }

    /** @param statutory the holidays as they are known now */
    public void add(
            Terms.PublishedCalendar next, CalendarPlan plan, List<ClosedDay> statutory, Instant at, long publisher) {
        database.sql("""
                        insert into calendar_version (version, name, body, effective_at, published_at, publisher_id)
                        values (:version, :name, cast(:body as jsonb), :effective, :at, :publisher)
                        """)
                .param("version", next.calendar().version())
                .param("name", next.name())
                .param("body", TermsJson.write(plan, statutory))
                .param("effective", next.effective().atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("publisher", publisher)
                .update();
    }

    public void add(Terms.PublishedPolicy next, Instant at, long publisher) {
        database.sql("""
                        insert into policy_version (version, body, effective_at, published_at, publisher_id)
                        values (:version, cast(:body as jsonb), :effective, :at, :publisher)
                        """)
                .param("version", next.policy().version())
                .param("body", TermsJson.write(next.policy()))
                .param("effective", next.effective().atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("publisher", publisher)
                .update();
    }

    /** What was written to make the newest version of a calendar. */
    public @Nullable CalendarPlan planOf(String calendar) {
        return database.sql("select body from calendar_version where name = :name order by version desc limit 1")
                .param("name", calendar)
                .query(String.class)
                .optional()
                .map(body -> TermsJson.calendar(body).plan())
                .orElse(null);
    }
}
