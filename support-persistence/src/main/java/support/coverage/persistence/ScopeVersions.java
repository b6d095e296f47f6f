package support.coverage.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.coverage.ScopeRule;
import support.coverage.ScopeTerms;
import support.database.Columns;

/** The conditions of free support, each version as a lead published it. */
@Repository
public class ScopeVersions {
    /** @param by null when the person has gone */
    public record Published(ScopeTerms terms, @Nullable String by, Instant at) {}

    private final JdbcClient database;

    ScopeVersions(JdbcClient database) {
        this.database = database;
    }

    /** The newest; before any was published, those the product comes with. */
    public ScopeTerms current() {
        return database.sql("select * from scope_version order by version desc limit 1")
                .query((row, n) -> terms(row))
                .optional()
                .orElse(ScopeTerms.FIRST);
    }

    /** The newest first. */
    public List<Published> all() {
        return database.sql("select v.*, p.name from scope_version v left join person p on p.id = v.published_by"
                        + " order by version desc limit 100")
                .query((row, n) ->
                        new Published(terms(row), row.getString("name"), Columns.instant(row, "published_at")))
                .list();
    }

    /** @return whether it is the newest now: not when another has published its version meanwhile */
    public boolean add(ScopeTerms terms, long by, Instant at) {
        return database.sql("insert into scope_version values (:version, :rules, :grace, :warn, :by, :at)"
                                + " on conflict do nothing")
                        .param("version", terms.version())
                        .param(
                                "rules",
                                terms.inForce().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toArray(String[]::new))
                        .param("grace", terms.graceDays())
                        .param("warn", terms.warnDays())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static ScopeTerms terms(ResultSet row) throws SQLException {
        Set<ScopeRule> rules = Arrays.stream((String[]) row.getArray("rules").getArray())
                .map(ScopeRule::valueOf)
                .collect(Collectors.toSet());
        return new ScopeTerms(row.getInt("version"), rules, row.getInt("grace_days"), row.getInt("warn_days"));
    }
}
