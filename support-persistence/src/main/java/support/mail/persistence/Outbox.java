package support.mail.persistence;

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
import support.mail.Letter;
import support.ticket.TicketNumber;

/** Every letter that the desk wrote, and what became of it. */
@Repository
public class Outbox {
    /** @param lastError what the mail server said at the last attempt that failed */
    public record Entry(
            Letter letter,
            Letter.State state,
            int attempts,
            @Nullable Instant sentAt,
            @Nullable String lastError) {
        public Entry withoutSecret() {
            return new Entry(letter.withoutSecret(), state, attempts, sentAt, lastError);
        }
    }

    private final JdbcClient database;

    Outbox(JdbcClient database) {
        this.database = database;
    }

    public void add(Letter letter, Letter.State state) {
        database.sql("""
                        insert into letter (id, kind, ticket_number, recipient, recipient_name, subject, body_text, body_html, secret, state, written_at)
                        values (:id, :kind, :ticket, :recipient, :recipientName, :subject, :text, :html, :secret, :state, :writtenAt)
                        """)
                .param("id", letter.id())
                .param("kind", letter.kind().name())
                .param(
                        "ticket",
                        letter.ticket() == null ? null : letter.ticket().value())
                .param("recipient", letter.recipient())
                .param("recipientName", letter.recipientName())
                .param("subject", letter.subject())
                .param("text", letter.text())
                .param("html", letter.html())
                .param("secret", letter.secret())
                .param("state", state.name())
                .param("writtenAt", letter.writtenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Entry> find(UUID id) {
        return database.sql("select * from letter where id = :id")
                .param("id", id)
                .query((row, n) -> entry(row))
                .optional();
    }

    /**
     * A waiting letter, locked until the end of the transaction; with an alert come all alerts to the same reader that
     * wait too. Whoever asks for the same letters meanwhile waits, and then gets those that are left.
     *
     * @return oldest first; empty when the letter is not waiting
     */
    public List<Letter> takeWaiting(UUID id) {
        List<Letter> letters = database.sql("""
                        select * from letter l
                        where l.state = 'WAITING' and (l.id = :id
                            or l.kind in ('WARNING', 'MISSED') and l.recipient =
                                (select recipient from letter where id = :id and kind in ('WARNING', 'MISSED')))
                        order by l.written_at, l.id for update of l
                        """)
                .param("id", id)
                .query((row, n) -> entry(row).letter())
                .list();
        return letters.stream().anyMatch(letter -> letter.id().equals(id)) ? letters : List.of();
    }

    /**
     * The newest letters.
     *
     * @param state null for any
     * @param ticket null for any
     * @param before only letters written before this instant; null for the first page
     */
    public List<Entry> newest(
            Letter.@Nullable State state, @Nullable TicketNumber ticket, @Nullable Instant before, int limit) {
        return database.sql("""
                        select * from letter
                        where (cast(:state as text) is null or state = :state)
                          and (cast(:ticket as bigint) is null or ticket_number = :ticket)
                          and (cast(:before as timestamptz) is null or written_at < :before)
                        order by written_at desc, id limit :limit
                        """)
                .param("state", state == null ? null : state.name())
                .param("ticket", ticket == null ? null : ticket.value())
                .param("before", before == null ? null : before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, n) -> entry(row))
                .list();
    }

    /** What the reader alone may know is cut out of the letter: it has served. */
    public void sent(UUID id, Instant at) {
        database.sql("""
                        update letter set state = 'SENT', attempts = attempts + 1, sent_at = :at, last_error = null,
                            body_text = replace(body_text, coalesce(secret, ''), '…'),
                            body_html = replace(body_html, coalesce(secret, ''), '…'), secret = null
                        where id = :id
                        """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A letter whose reader may not read any more what it tells: it is never sent. */
    public void withdraw(UUID id) {
        database.sql("delete from letter where id = :id and state <> 'SENT'")
                .param("id", id)
                .update();
    }

    public void failed(UUID id, Letter.State state, String error) {
        database.sql("update letter set state = :state, attempts = attempts + 1, last_error = :error where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("error", error)
                .update();
    }

    /** Puts a letter that failed or was held on its way again; one that was sent stays as it is. */
    public boolean resume(UUID id) {
        return database.sql("update letter set state = 'WAITING' where id = :id and state in ('FAILED', 'HELD')")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Long ticket = Columns.numberOrNull(row, "ticket_number");
        Letter letter = new Letter(
                row.getObject("id", UUID.class),
                Columns.constant(row, "kind", Letter.Kind.class),
                ticket == null ? null : new TicketNumber(ticket),
                row.getString("recipient"),
                row.getString("recipient_name"),
                row.getString("subject"),
                row.getString("body_text"),
                row.getString("body_html"),
                row.getString("secret"),
                Columns.instant(row, "written_at"));
        return new Entry(
                letter,
                Columns.constant(row, "state", Letter.State.class),
                row.getInt("attempts"),
                Columns.instantOrNull(row, "sent_at"),
                row.getString("last_error"));
    }
}
