package support.audit.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import support.audit.Deed;
import support.database.KnownConnection;
import support.database.Migrations;
import support.testing.TestDatabase;

/** A desk that is older than the chain, on a database with one login for everything. */
class AuditMigrationTest {
    private DriverManagerDataSource owner = new DriverManagerDataSource();
    private JdbcClient database = JdbcClient.create(owner);

    @BeforeEach
    void write_entries_without_hashes() {
        KnownConnection known = TestDatabase.fresh().owner();
        owner = new DriverManagerDataSource(known.getJdbcUrl(), known.getUsername(), known.getPassword());
        database = JdbcClient.create(owner);
        flyway("4").clean();
        flyway("4").migrate();
        for (int i = 0; i < 3; i++) {
            database.sql("insert into audit_entry (happened_at, deed, subject, details)"
                            + " values (now(), 'SIGNED_IN', 'a', '{\"b\": \"c\"}')")
                    .update();
        }
        database.sql("delete from audit_entry where id = 2").update();
        flyway("latest").migrate();
    }

    private Flyway flyway(String target) {
        FluentConfiguration flyway =
                Flyway.configure().dataSource(owner).cleanDisabled(false).target(target);
        Migrations.tell(flyway, String.valueOf(owner.getUsername()));
        return flyway.load();
    }

    @Test
    void entries_from_before_are_chained_over_their_gaps_and_new_ones_follow() {
        AuditLog log = new AuditLog(database);
        log.append(Instant.EPOCH, Deed.SIGNED_OUT, null, "a", Map.of(), null);
        assertThat(new AuditTrail(database)
                        .oldest(new AuditFilter(null, null, null, null, null), null, 10).stream()
                                .map(AuditTrail.Exported::id))
                .containsExactly(1L, 3L, 4L);
        assertThat(log.verify().isWhole()).isTrue();
    }

    @Test
    void the_one_login_is_refused_by_the_triggers() {
        for (String sql :
                List.of("update audit_entry set deed = 'X'", "delete from audit_entry", "truncate audit_entry")) {
            assertThatThrownBy(() -> database.sql(sql).update()).hasMessageContaining("audit_entry is append-only");
        }
    }
}
