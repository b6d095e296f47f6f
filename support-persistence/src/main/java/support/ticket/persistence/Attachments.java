package support.ticket.persistence;

import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Repository;
import support.database.Parts;
import support.people.Viewer;
import support.ticket.TicketFile;

/** Files of tickets. A file is staged under the nonce of a form until the form's message takes it over. */
@Repository
public class Attachments {
    private final JdbcClient database;

    Attachments(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a file that was chosen in a form which has not been sent yet. */
    public void stage(TicketFile file, UUID nonce, Viewer by, Instant at, InputStream content) {
        database.sql("""
                        with file as (
                            insert into attachment (id, uploader_id, nonce, name, media_type, size, sha256, uploaded_at)
                            values (:id, :uploader, :nonce, :name, :type, :size, :sha256, :at)
                            returning id)
                        insert into attachment_content (attachment_id, bytes) select id, :bytes from file
                        """)
                .param("id", file.id())
                .param("uploader", by.id())
                .param("nonce", nonce)
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("bytes", new SqlParameterValue(Types.BINARY, new SqlBinaryValue(content, file.size())))
                .update();
    }

    /** What is staged under a form of this person, in the order of upload. */
    public List<TicketView.File> staged(UUID nonce, Viewer by) {
        return database.sql("""
                        select id, name, size from attachment
                        where uploader_id = :uploader and nonce = :nonce and message_id is null
                        order by uploaded_at, name
                        """)
                .param("uploader", by.id())
                .param("nonce", nonce)
                .query((row, n) -> new TicketView.File(
                        row.getObject("id", UUID.class), row.getString("name"), row.getLong("size")))
                .list();
    }

    /** Takes a staged file back; one that is not staged by this person stays as it is. */
    public void unstage(UUID id, Viewer by) {
        database.sql("delete from attachment where id = :id and uploader_id = :uploader and message_id is null")
                .param("id", id)
                .param("uploader", by.id())
                .update();
    }

    /** A file of a message that the viewer may read; to others it does not exist. */
    public Optional<TicketFile> find(UUID id, Viewer viewer) {
        TicketScope scope = TicketScope.ofMessages(viewer);
        return database.sql("""
                        select f.id, f.name, f.media_type, f.size, f.sha256
                        from attachment f join message m on m.id = f.message_id join ticket t on t.number = m.ticket_number
                        where f.id = :id and\s""" + scope.condition())
                .params(scope.parameters())
                .param("id", id)
                .query((row, n) -> new TicketFile(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getBytes("sha256")))
                .optional();
    }

    /** Writes a file's bytes, a part at a time, so that no file is ever whole in memory. */
    public void copy(UUID file, long size, OutputStream out) {
        Parts.copy(
                size,
                (from, length) -> database.sql(
                                "select substring(bytes from :from for :length) from attachment_content where attachment_id = :id")
                        .param("id", file)
                        .param("from", from)
                        .param("length", length)
                        .query(byte[].class)
                        .single(),
                out);
    }
}
