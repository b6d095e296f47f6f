package support.audit.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.audit.Deed;
import tools.jackson.databind.json.JsonMapper;

/** What was done, in order. Nothing in it is ever changed: the database refuses it, and a chain of hashes would show it. */
@Repository
public class AuditLog {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;

    AuditLog(JdbcClient database) {
        this.database = database;
    }

    /**
     * Adds an entry in the running transaction. Entries are added one at a time: until this transaction ends, all others
     * that add one wait for it, so this is best its last step. What could do harm where it is shown is written as its
     * number, and no text is longer than a thousand characters.
     *
     * @param actor the person who did it; null for the desk itself, or for somebody who has not signed in
     * @param subject whom or what it was done to, as {@code person:17} or {@code organisation:3}
     * @param details what else has to be known, without secrets, names and addresses, since it stays for ever
     * @param network the address that the request came from; null when there was none
     */
    public void append(
            Instant at,
            Deed deed,
            @Nullable Long actor,
            String subject,
            Map<String, String> details,
            @Nullable String network) {
        database.sql("""
                        insert into audit_entry (happened_at, deed, actor_id, subject, details, network)
                        values (:at, :deed, :actor, :subject, cast(:details as jsonb), :network)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("deed", deed.name())
                .param("actor", actor)
                .param("subject", OneLine.of(subject))
                .param("details", JSON.writeValueAsString(oneLineEach(details)))
                .param("network", network)
                .update();
    }

    /** Walks along the whole log, which takes some seconds for each million entries. */
    public AuditChain verify() {
        return new ChainWalk(database).toTheEnd();
    }

    private static Map<String, String> oneLineEach(Map<String, String> details) {
        Map<String, String> lines = new TreeMap<>();
        details.forEach((name, value) -> lines.put(OneLine.of(name), OneLine.of(value)));
        return lines;
    }
}
