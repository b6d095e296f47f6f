package support.report.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.coverage.ScopeRule;
import support.database.Columns;

/** What was judged of coverage, and what became of it. */
@Repository
public class CoverageCounts {
    /** Requests on one app, by what the rules said at intake. */
    public record OfApp(String app, long covered, long unverified, long notCovered) {}

    /** Requests on which one rule spoke at intake; it may have spoken on others' as well. */
    public record OfRule(ScopeRule rule, long refused, long doubted) {}

    /**
     * What people made of it.
     *
     * @param accepted refused at intake, and taken on by a person
     * @param declined let through at intake, and declined by a person
     * @param turnedOut could not be checked at intake, and refused by the rules or declined by a person since
     * @param undecided waiting for a person
     */
    public record Decided(long accepted, long declined, long turnedOut, long undecided) {}

    /**
     * Offers for money on one app.
     *
     * @param made on which tickets: a newer offer on a ticket takes the place of the one before
     * @param ordered accepted by the customer
     * @param declined by the customer
     */
    public record OfOffers(String app, long made, long ordered, long declined) {}

    /** The requests that were raised from an instant on and before another. */
    private static final String FIRST = """
            from ticket t join coverage_judgement j on j.ticket_number = t.number and j.ordinal = 1
            """;

    private static final String IN_SPAN = " where t.raised_at >= :from and t.raised_at < :to ";

    private final JdbcClient database;

    CoverageCounts(JdbcClient database) {
        this.database = database;
    }

    /** By name. */
    public List<OfApp> byApp(Instant from, Instant to) {
        return asked(
                        "select a.name, count(*) filter (where j.verdict = 'COVERED') as covered,"
                                + " count(*) filter (where j.verdict = 'UNVERIFIED') as unverified,"
                                + " count(*) filter (where j.verdict = 'NOT_COVERED') as not_covered "
                                + FIRST + " join app a on a.id = t.app_id" + IN_SPAN
                                + "group by a.name order by a.name",
                        from,
                        to)
                .query((row, n) -> new OfApp(
                        row.getString("name"),
                        row.getLong("covered"),
                        row.getLong("unverified"),
                        row.getLong("not_covered")))
                .list();
    }

    /** The one that refused most first. */
    public List<OfRule> byRule(Instant from, Instant to) {
        return asked(
                        "select f ->> 'rule' as rule,"
                                + " count(distinct t.number) filter (where f ->> 'effect' = 'REFUSES') as refused,"
                                + " count(distinct t.number) filter (where f ->> 'effect' = 'DOUBTS') as doubted "
                                + FIRST + " cross join jsonb_array_elements(j.findings) f" + IN_SPAN
                                + "and f ->> 'effect' <> 'WARNS' group by 1 order by refused desc, doubted desc, rule",
                        from,
                        to)
                .query((row, n) -> new OfRule(
                        Columns.constant(row, "rule", ScopeRule.class), row.getLong("refused"), row.getLong("doubted")))
                .list();
    }

    public Decided decided(Instant from, Instant to) {
        return asked(
                        "select count(*) filter (where t.admission = 'ACCEPTED') as accepted,"
                                + " count(*) filter (where t.admission = 'DECLINED' and j.verdict <> 'NOT_COVERED') as declined,"
                                + " count(*) filter (where j.verdict = 'UNVERIFIED'"
                                + " and (t.coverage = 'NOT_COVERED' or t.admission = 'DECLINED')) as turned_out,"
                                + " count(*) filter (where t.admission in ('DISPUTED', 'PAID')) as undecided "
                                + FIRST + IN_SPAN,
                        from,
                        to)
                .query((row, n) -> new Decided(
                        row.getLong("accepted"),
                        row.getLong("declined"),
                        row.getLong("turned_out"),
                        row.getLong("undecided")))
                .single();
    }

    /** Of the apps on which there were any, by name. What is neither ordered nor declined is open, or has ended. */
    public List<OfOffers> offers(Instant from, Instant to) {
        return asked("""
                        select a.name, count(distinct e.ticket_number) as made,
                            count(distinct e.ticket_number) filter (where t.admission = 'ORDERED') as ordered,
                            count(distinct e.ticket_number) filter (where t.admission = 'DECLINED' and exists (
                                select from ticket_event d where d.ticket_number = t.number
                                and d.kind = 'QUOTATION_DECLINED' and d.id > e.id)) as declined
                        from ticket t join app a on a.id = t.app_id
                            join ticket_event e on e.ticket_number = t.number and e.kind = 'QUOTED'
                        """ + IN_SPAN + "group by a.name order by a.name", from, to)
                .query((row, n) -> new OfOffers(
                        row.getString("name"), row.getLong("made"), row.getLong("ordered"), row.getLong("declined")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Instant from, Instant to) {
        return database.sql(sql).param("from", from.atOffset(ZoneOffset.UTC)).param("to", to.atOffset(ZoneOffset.UTC));
    }
}
