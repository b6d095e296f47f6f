package support.audit.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit log for readers: a page at a time, by keyset. */
@Repository
public class AuditTrail {
    /**
     * An entry as the chain counts it, to be checked by others.
     *
     * @param cells the values of {@link #COLUMNS}, empty where there is none
     */
    public record Exported(long id, List<String> cells) {}

    public static final List<String> COLUMNS =
            List.of("id", "happened_at", "deed", "actor_id", "subject", "details", "network", "previous", "hash");

    private static final String NAMED = """
            select e.id, e.happened_at, e.deed, e.actor_id, e.subject, e.details::text as details, e.network, e.hash,
                   (select name from person where id = e.actor_id and state <> 'ERASED') as actor_name,
                   case when e.subject ~ '^person:[0-9]{1,18}$' then
                            (select name from person where id = split_part(e.subject, ':', 2)::bigint and state <> 'ERASED')
                        when e.subject ~ '^organisation:[0-9]{1,18}$' then
                            (select name from organisation where id = split_part(e.subject, ':', 2)::bigint)
                   end as subject_name
            from audit_entry e
            where %s order by e.id desc limit :limit
            """;
    private static final String PLAIN = """
            select e.id, audit_time(e) as happened_at, e.deed, e.actor_id, e.subject, e.details::text as details, e.network,
                   encode(e.previous, 'hex') as previous, encode(e.hash, 'hex') as hash
            from audit_entry e
            where %s order by e.id limit :limit
            """;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;

    AuditTrail(JdbcClient database) {
        this.database = database;
    }

    /** @param before only entries with a lower number; null for the newest */
    public List<AuditEntry> newest(AuditFilter filter, @Nullable Long before, int limit) {
        AuditConditions conditions = new AuditConditions(filter);
        conditions.add("e.id < :before", "before", before);
        return database.sql(NAMED.formatted(conditions.sql()))
                .params(conditions.parameters())
                .param("limit", limit)
                .query((row, n) -> entry(row))
                .list();
    }

    /** @param after only entries with a higher number; null for the oldest */
    public List<Exported> oldest(AuditFilter filter, @Nullable Long after, int limit) {
        AuditConditions conditions = new AuditConditions(filter);
        conditions.add("e.id > :after", "after", after);
        return database.sql(PLAIN.formatted(conditions.sql()))
                .params(conditions.parameters())
                .param("limit", limit)
                .query((row, n) -> exported(row))
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                Columns.instant(row, "happened_at"),
                row.getString("deed"),
                Columns.numberOrNull(row, "actor_id"),
                row.getString("actor_name"),
                row.getString("subject"),
                row.getString("subject_name"),
                words(row.getString("details")),
                row.getString("network"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    /** Also of an entry that somebody has tampered with: the page has to show it all the same. */
    private static Map<String, String> words(String details) {
        Map<String, String> words = new TreeMap<>();
        for (Map.Entry<String, JsonNode> detail : JSON.readTree(details).properties()) {
            JsonNode value = detail.getValue();
            words.put(detail.getKey(), value.isString() ? value.stringValue() : value.toString());
        }
        return words;
    }

    private static Exported exported(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (String column : COLUMNS) {
            String value = row.getString(column);
            cells.add(value == null ? "" : value);
        }
        return new Exported(row.getLong("id"), List.copyOf(cells));
    }
}
