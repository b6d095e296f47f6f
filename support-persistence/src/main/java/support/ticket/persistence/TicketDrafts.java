package support.ticket.persistence;

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
import support.database.Columns;
import support.people.Viewer;
import support.ticket.Status;
import support.ticket.TicketNumber;

/** What people are writing on tickets; each finds but their own. */
@Repository
public class TicketDrafts {
    /**
     * One text that is not sent yet.
     *
     * @param text at most 50,000 characters; empty only with a macro that brings none
     * @param newsBy as it was typed; empty for nothing
     * @param nonce of the form, under which files are staged
     * @param seen the version of the ticket that it was written on
     * @param macro by which it was prepared, and which brings along more; null for none
     * @param leavesAt when it leaves by itself, having been sent; until then it can be taken back. Null for what is being written
     * @param cameBack why it did not leave though it was sent; null where it was not, or was taken back
     */
    public record Draft(
            boolean internal,
            String text,
            @Nullable Status next,
            String newsBy,
            UUID nonce,
            int seen,
            @Nullable Long macro,
            Instant savedAt,
            @Nullable Instant leavesAt,
            @Nullable CameBack cameBack) {

        /** One that is being written. */
        public Draft(
                boolean internal,
                String text,
                @Nullable Status next,
                String newsBy,
                UUID nonce,
                int seen,
                @Nullable Long macro,
                Instant savedAt) {
            this(internal, text, next, newsBy, nonce, seen, macro, savedAt, null, null);
        }

        /** The same, kept at another time. */
        public Draft savedAt(Instant at) {
            return new Draft(internal, text, next, newsBy, nonce, seen, macro, at);
        }

        /** The same, sent: with the status that goes along. */
        public Draft leaving(Status status, Instant now, Instant at) {
            return new Draft(internal, text, status, newsBy, nonce, seen, macro, now, at, null);
        }
    }

    /** Why what was sent has not left. */
    public enum CameBack {
        /** Somebody wrote meanwhile, or moved the ticket on. */
        WRITTEN,
        /** The ticket takes no such answer any more. */
        REFUSED,
        /** The day of the next news can be promised no more. */
        NEWS,
        /** The macro that was to go along is gone. */
        MACRO
    }

    private static final String LEAVING =
            "ticket_number = :number and person_id = :person and not internal and leaves_at is not null";

    private final JdbcClient database;

    TicketDrafts(JdbcClient database) {
        this.database = database;
    }

    /**
     * Keeps it in the place of what was kept before, unless that is about to leave. What was sent with the same form meanwhile is no draft any more: the
     * last words of one who types may arrive after the letter itself.
     *
     * @return whether it was kept
     */
    public boolean keep(TicketNumber number, Draft draft, Viewer by) {
        return database.sql("""
                        insert into draft (ticket_number, person_id, internal, body, next_status, news_by, nonce, seen, macro_id, saved_at, leaves_at)
                        select t.number, :person, :internal, :body, :next, :newsBy, :nonce, :seen,
                               (select m.id from macro m where m.id = :macro), :at, cast(:leaves as timestamptz)
                        from ticket t where t.number = :number
                            and not exists (select from message m where m.author_id = :person and m.nonce = :nonce)
                        on conflict (ticket_number, person_id, internal) do update
                            set body = excluded.body, next_status = excluded.next_status, news_by = excluded.news_by,
                                nonce = excluded.nonce, seen = excluded.seen, macro_id = excluded.macro_id, saved_at = excluded.saved_at,
                                leaves_at = excluded.leaves_at, came_back = case when excluded.leaves_at is null then draft.came_back end
                            where draft.leaves_at is null
                        """)
                        .param("number", number.value())
                        .param("person", by.id())
                        .param("internal", draft.internal())
                        .param("body", draft.text())
                        .param(
                                "next",
                                draft.next() == null ? null : draft.next().name())
                        .param("newsBy", draft.newsBy())
                        .param("nonce", draft.nonce())
                        .param("seen", draft.seen())
                        .param("macro", draft.macro())
                        .param("at", draft.savedAt().atOffset(ZoneOffset.UTC))
                        .param(
                                "leaves",
                                draft.leavesAt() == null
                                        ? null
                                        : draft.leavesAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The person's own on one ticket: a reply, a note, both or none. */
    public List<Draft> of(TicketNumber number, Viewer by) {
        return database.sql("select * from draft where ticket_number = :number and person_id = :person")
                .param("number", number.value())
                .param("person", by.id())
                .query((row, n) -> draft(row))
                .list();
    }

    /** The reply that is about to leave; nobody else takes it back, or has it leave, before the transaction ends. */
    public Optional<Draft> leaving(TicketNumber number, long person) {
        return database.sql("select * from draft where " + LEAVING + " for update")
                .param("number", number.value())
                .param("person", person)
                .query((row, n) -> draft(row))
                .optional();
    }

    /** It does not leave: it is being written again. @return whether there was one */
    public boolean takeBack(TicketNumber number, long person, @Nullable CameBack why) {
        return database.sql("update draft set leaves_at = null, came_back = :why where " + LEAVING)
                        .param("number", number.value())
                        .param("person", person)
                        .param("why", why == null ? null : why.name())
                        .update()
                == 1;
    }

    /** Throws it away, with the files that were to go with it. */
    public void discard(TicketNumber number, boolean internal, Viewer by) {
        database.sql("""
                        with gone as (
                            delete from draft where ticket_number = :number and person_id = :person and internal = :internal
                                and leaves_at is null
                            returning nonce)
                        delete from attachment a using gone g
                        where a.uploader_id = :person and a.nonce = g.nonce and a.message_id is null
                        """)
                .param("number", number.value())
                .param("person", by.id())
                .param("internal", internal)
                .update();
    }

    /** Nothing is left of its words. */
    public void forget(TicketNumber number, boolean internal, Viewer by) {
        database.sql("delete from draft where ticket_number = :number and person_id = :person and internal = :internal"
                        + " and leaves_at is null")
                .param("number", number.value())
                .param("person", by.id())
                .param("internal", internal)
                .update();
    }

    /** What was written with a form is sent: it is no draft any more. */
    public void sent(long author, UUID nonce) {
        database.sql("delete from draft where person_id = :person and nonce = :nonce")
                .param("person", author)
                .param("nonce", nonce)
                .update();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getBoolean("internal"),
                row.getString("body"),
                Columns.constantOrNull(row, "next_status", Status.class),
                row.getString("news_by"),
                row.getObject("nonce", UUID.class),
                row.getInt("seen"),
                Columns.numberOrNull(row, "macro_id"),
                Columns.instant(row, "saved_at"),
                Columns.instantOrNull(row, "leaves_at"),
                Columns.constantOrNull(row, "came_back", CameBack.class));
    }
}
