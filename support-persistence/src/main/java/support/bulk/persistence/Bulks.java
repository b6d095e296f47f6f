package support.bulk.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.bulk.Bulk;
import support.bulk.Chosen;
import support.bulk.Fate;
import support.bulk.Trace;
import support.database.Columns;
import support.people.Viewer;
import support.ticket.TicketNumber;

/** What people have done to several tickets at once; everybody finds their own. */
@Repository
public class Bulks {
    /**
     * One of the tickets.
     *
     * @param trace null as long as nothing was done to it
     * @param undone what became of taking it back; null when nobody has tried
     */
    public record Line(
            Chosen chosen,
            Fate fate,
            @Nullable Trace trace,
            @Nullable Fate undone) {
        /** Whether something of it can be taken back still, as far as is known. */
        public boolean canBeUndone() {
            return trace != null && !trace.isEmpty() && undone == null;
        }
    }

    private static final String MINE = " from bulk_ticket where person_id = :person and nonce = :nonce ";

    private final JdbcClient database;

    Bulks(JdbcClient database) {
        this.database = database;
    }

    /**
     * Keeps what is to be done, unless it was kept before, and forgets what the person did before an instant.
     *
     * @param chosen each ticket once
     */
    public void begin(Bulk bulk, List<Chosen> chosen, Viewer by, Instant limit) {
        database.sql("delete from bulk where person_id = :person and done_at < :limit")
                .param("person", by.id())
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .update();
        DeedColumns deed = DeedColumns.of(bulk.deed());
        int added = database.sql("""
                        insert into bulk (person_id, nonce, deed, value, version, done_at)
                        values (:person, :nonce, :deed, :value, :version, :at) on conflict do nothing
                        """)
                .param("person", by.id())
                .param("nonce", bulk.nonce())
                .param("deed", deed.deed())
                .param("value", deed.value())
                .param("version", deed.version())
                .param("at", bulk.at().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1) {
            addTickets(bulk, chosen, by);
        }
    }

    private void addTickets(Bulk bulk, List<Chosen> chosen, Viewer by) {
        database.sql("""
                        insert into bulk_ticket (person_id, nonce, place, ticket_number, seen, fate)
                        select :person, :nonce, c.place, c.number, c.seen, 'WAITING'
                        from unnest(:numbers, :seen) with ordinality c (number, seen, place)
                        """)
                .param("person", by.id())
                .param("nonce", bulk.nonce())
                .param(
                        "numbers",
                        chosen.stream().map(one -> one.number().value()).toArray(Long[]::new))
                .param("seen", chosen.stream().map(Chosen::seen).toArray(Integer[]::new))
                .update();
    }

    /** Empty when this person has done nothing with such a form. */
    public Optional<Bulk> find(UUID nonce, Viewer by) {
        return database.sql("select * from bulk where person_id = :person and nonce = :nonce")
                .param("person", by.id())
                .param("nonce", nonce)
                .query((row, n) -> new Bulk(nonce, DeedColumns.read(row), Columns.instant(row, "done_at")))
                .optional();
    }

    /** In the order in which they were chosen. */
    public List<Line> lines(UUID nonce, Viewer by) {
        return mine("select *" + MINE + "order by place", nonce, by)
                .query((row, n) -> line(row))
                .list();
    }

    /** One of them, which nobody else works at until the transaction ends. */
    public Line lock(UUID nonce, Viewer by, TicketNumber number) {
        return mine("select *" + MINE + "and ticket_number = :number for update", nonce, by)
                .param("number", number.value())
                .query((row, n) -> line(row))
                .single();
    }

    /** Says what became of a ticket whose turn had not come. */
    public void keep(UUID nonce, Viewer by, TicketNumber number, Fate fate) {
        change("fate = :fate", nonce, by, number, fate).update();
    }

    public void keep(UUID nonce, Viewer by, TicketNumber number, Trace trace) {
        TraceColumns.set(change("fate = :fate, " + TraceColumns.SET, nonce, by, number, Fate.DONE), trace)
                .update();
    }

    public void keepUndone(UUID nonce, Viewer by, TicketNumber number, Fate fate) {
        change("undone = :fate", nonce, by, number, fate).update();
    }

    private JdbcClient.StatementSpec change(String what, UUID nonce, Viewer by, TicketNumber number, Fate fate) {
        String sql = "update bulk_ticket set " + what
                + " where person_id = :person and nonce = :nonce and ticket_number = :number";
        return mine(sql, nonce, by).param("number", number.value()).param("fate", fate.name());
    }

    private JdbcClient.StatementSpec mine(String sql, UUID nonce, Viewer by) {
        return database.sql(sql).param("person", by.id()).param("nonce", nonce);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new Chosen(new TicketNumber(row.getLong("ticket_number")), row.getInt("seen")),
                Columns.constant(row, "fate", Fate.class),
                TraceColumns.readOrNull(row),
                Columns.constantOrNull(row, "undone", Fate.class));
    }
}
