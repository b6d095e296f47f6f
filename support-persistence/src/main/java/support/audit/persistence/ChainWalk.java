package support.audit.persistence;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goes from entry to entry, some at a time so that no query lasts long, and stops at the first that does not fit. */
final class ChainWalk {
    private record Link(long id, byte @Nullable [] previous, byte[] hash, byte[] expected) {}

    private static final int STRIDE = 2000;
    private static final String LINKS = """
            select e.id, e.previous, e.hash, audit_hash(e) as expected from audit_entry e
            where e.id > :after order by e.id limit :stride
            """;

    private final JdbcClient database;
    private long entries;
    private long after = Long.MIN_VALUE;
    private byte @Nullable [] last;

    ChainWalk(JdbcClient database) {
        this.database = database;
    }

    AuditChain toTheEnd() {
        for (List<Link> links = next(); !links.isEmpty(); links = next()) {
            for (Link link : links) {
                if (!fits(link)) {
                    return found(link.id);
                }
                entries++;
                after = link.id;
                last = link.hash;
            }
        }
        return found(null);
    }

    private List<Link> next() {
        return database.sql(LINKS)
                .param("after", after)
                .param("stride", STRIDE)
                .query((row, n) -> new Link(
                        row.getLong("id"), row.getBytes("previous"), row.getBytes("hash"), row.getBytes("expected")))
                .list();
    }

    private boolean fits(Link link) {
        return Arrays.equals(link.previous, last) && Arrays.equals(link.hash, link.expected);
    }

    private AuditChain found(@Nullable Long broken) {
        return new AuditChain(entries, last == null ? "" : HexFormat.of().formatHex(last), broken);
    }
}
