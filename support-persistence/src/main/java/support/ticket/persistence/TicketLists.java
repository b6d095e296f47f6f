package support.ticket.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.coverage.Verdict;
import support.database.Columns;
import support.people.Viewer;
import support.sla.Lane;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Coverage;
import support.ticket.QueuePlace;
import support.ticket.Status;
import support.ticket.TicketNumber;

/** Lists of the tickets a viewer may see, a page at a time, by keyset. */
@Repository
public class TicketLists {
    private static final String LINES = """
            select t.number, t.severity, t.status, t.summary, t.raised_at, t.changed_at, t.answer_awaited, t.queue_band,
                   t.queue_at, t.first_response_at, t.coverage, t.admission, t.snoozed_until, t.version, a.name as app, r.name as requester, o.name as organisation,
                   g.name as assignee, coalesce(p.corrected, p.verdict) as stands, c.company as end_customer, %s as tags, %s
            from (%s) t
            join app a on a.id = t.app_id
            join person r on r.id = t.requester_id
            join organisation o on o.id = t.organisation_id
            left join person g on g.id = t.assignee_id
            left join end_customer c on c.id = t.end_customer_id
            %s
            """;
    /** They are the desk's: no customer reads them. */
    private static final String TAGS =
            "array(select x.tag from ticket_tag x where x.ticket_number = t.number order by x.tag)";

    private static final String NO_TAGS = "cast('{}' as text[])";
    public static final int MOST_COUNTED = 1000;
    private static final QueuePlace.Band[] BANDS = QueuePlace.Band.values();

    private final JdbcClient database;

    TicketLists(JdbcClient database) {
        this.database = database;
    }

    /**
     * Tickets that the desk asks for, in the order of the queue (see {@link QueuePlace}).
     *
     * @param asked which is of open tickets
     * @param after the last line of the page before; null for the first page
     */
    public List<TicketLine> queue(Viewer viewer, Asked asked, @Nullable QueueCursor after, int limit) {
        return queue(asked.conditions(viewer), after, limit);
    }

    /** The same of a partner's tickets; the filter is one of open tickets. */
    public List<TicketLine> queue(Viewer viewer, TicketFilter filter, @Nullable QueueCursor after, int limit) {
        return queue(new Conditions(viewer, filter), after, limit);
    }

    /** How many tickets that the desk asks for are left out since they were set aside; counted up to {@value #MOST_COUNTED}. */
    public int snoozed(Viewer viewer, Asked asked) {
        return count(asked.ofSnoozed(viewer));
    }

    /** How many open tickets the desk asks for; counted up to {@value #MOST_COUNTED}. */
    public int count(Viewer viewer, Asked asked) {
        return count(asked.conditions(viewer));
    }

    private int count(Conditions conditions) {
        return database.sql("select count(*) from (select from ticket t where " + String.join(" or ", conditions.ways())
                        + " limit " + MOST_COUNTED + ") t")
                .params(conditions.parameters())
                .query(Integer.class)
                .single();
    }

    private List<TicketLine> queue(Conditions conditions, @Nullable QueueCursor after, int limit) {
        if (after != null) {
            conditions.add("(t.queue_band, t.queue_at, t.lane, t.number) > (:band, :at, :lastLane, :number)");
            conditions.set("band", after.band());
            conditions.set("at", after.at().atOffset(ZoneOffset.UTC));
            conditions.set("lastLane", after.lane().name());
            conditions.set("number", after.number());
        }
        return lines(conditions, "t.queue_band, t.queue_at, t.lane, t.number", limit);
    }

    /**
     * Tickets by number, the newest first.
     *
     * @param before the number of the last line of the page before; null for the first page
     */
    public List<TicketLine> newest(Viewer viewer, TicketFilter filter, @Nullable Long before, int limit) {
        return newest(new Conditions(viewer, filter), before, limit);
    }

    /** Tickets that the desk asks for by number, the newest first. */
    public List<TicketLine> newest(Viewer viewer, Asked asked, @Nullable Long before, int limit) {
        if (!asked.conditions(viewer).hasWords()) {
            return newest(asked.conditions(viewer), before, limit);
        }
        return NumberSpan.newest(before == null ? newest() : before - 1, limit, span -> {
            Conditions conditions = asked.conditions(viewer);
            conditions.within(span);
            return lines(conditions, "t.number desc", limit);
        });
    }

    /** The highest number that was given; 0 when none was. */
    private long newest() {
        return database.sql("select coalesce(max(number), 0) from ticket")
                .query(Long.class)
                .single();
    }

    /** Those of some numbers that the viewer may see, the newest first. */
    public List<TicketLine> of(Viewer viewer, Collection<Long> numbers) {
        Conditions conditions = new Conditions(viewer);
        conditions.add("t.number = any (:numbers)");
        conditions.set("numbers", numbers.toArray(Long[]::new));
        return lines(conditions, "t.number desc", Math.max(1, numbers.size()));
    }

    /** Empty when there is none that the viewer may see. The number of one that was merged leads to where it goes on. */
    public Optional<TicketLine> find(Viewer viewer, TicketNumber number) {
        Conditions conditions = new Conditions(viewer);
        conditions.add("t.number = coalesce((select m.merged_into from ticket m where m.number = :number), :number)");
        conditions.set("number", number.value());
        return lines(conditions, "t.number desc", 1).stream().findFirst();
    }

    private List<TicketLine> newest(Conditions conditions, @Nullable Long before, int limit) {
        if (before != null) {
            conditions.add("t.number < :before");
            conditions.set("before", before);
        }
        return lines(conditions, "t.number desc", limit);
    }

    /** Those of some tickets that a person of the desk may see, the newest first. */
    public List<TicketLine> among(Viewer viewer, Collection<TicketNumber> numbers) {
        Conditions conditions = new Conditions(viewer);
        conditions.add("t.number = any (:numbers)");
        conditions.set("numbers", numbers.stream().map(TicketNumber::value).toArray(Long[]::new));
        return lines(conditions, "t.number desc", numbers.size());
    }

    /**
     * A page from each way of seeing tickets, and of these the page: each is one look into an index, whatever the others
     * hold. The limit stands in the SQL, since PostgreSQL plans a query with an unknown limit anew each time, which takes
     * longer than to answer it.
     */
    private List<TicketLine> lines(Conditions conditions, String order, int limit) {
        String page = " order by " + order + " limit " + limit;
        String tickets = conditions.ways().stream()
                .map(way -> "(select * from ticket t where " + way + page + ")")
                .collect(Collectors.joining(" union all "));
        return database.sql(LINES.formatted(
                                conditions.isOfDesk() ? TAGS : NO_TAGS,
                                PromiseColumns.NAMES,
                                tickets,
                                PromiseColumns.JOIN)
                        + page)
                .params(conditions.parameters())
                .query((row, n) -> line(row))
                .list();
    }

    private static TicketLine line(ResultSet row) throws SQLException {
        return new TicketLine(
                new TicketNumber(row.getLong("number")),
                Columns.constant(row, "type", RequestType.class),
                Columns.constantOrNull(row, "severity", Severity.class),
                Columns.constant(row, "lane", Lane.class),
                Columns.constant(row, "status", Status.class),
                row.getString("summary"),
                row.getString("app"),
                row.getString("requester"),
                row.getString("organisation"),
                row.getString("assignee"),
                Columns.instant(row, "raised_at"),
                Columns.instant(row, "changed_at"),
                row.getBoolean("answer_awaited"),
                place(row),
                PromiseColumns.readOrNull(row),
                Columns.constantOrNull(row, "stands", Promise.Verdict.class),
                Columns.instantOrNull(row, "first_response_at"),
                new Coverage(
                        Columns.constantOrNull(row, "coverage", Verdict.Kind.class),
                        Columns.constant(row, "admission", Coverage.Admission.class)),
                row.getString("end_customer"),
                List.of((String[]) row.getArray("tags").getArray()),
                Columns.instantOrNull(row, "snoozed_until"),
                row.getInt("version"));
    }

    private static @Nullable QueuePlace place(ResultSet row) throws SQLException {
        Instant at = Columns.instantOrNull(row, "queue_at");
        return at == null ? null : new QueuePlace(BANDS[row.getInt("queue_band")], at);
    }
}
