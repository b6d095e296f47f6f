package support.audit.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import support.audit.Deed;
import support.database.KnownConnection;
import support.testing.TestDatabase;
import support.testing.TestTime;

/** What the database itself does for the log. */
class AuditLogTest {
    private static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

    private JdbcClient app = JdbcClient.create(new DriverManagerDataSource());
    private JdbcClient owner = app;
    private DriverManagerDataSource pool = new DriverManagerDataSource();
    private AuditLog log = new AuditLog(app);

    @BeforeEach
    void open_a_log_with_five_entries() {
        TestDatabase.Copy copy = TestDatabase.fresh();
        pool = source(copy.app());
        app = JdbcClient.create(pool);
        owner = JdbcClient.create(source(copy.owner()));
        log = new AuditLog(app);
        for (int i = 1; i <= 5; i++) {
            append("person:" + i);
        }
    }

    private static DriverManagerDataSource source(KnownConnection known) {
        return new DriverManagerDataSource(known.getJdbcUrl(), known.getUsername(), known.getPassword());
    }

    private void append(String subject) {
        log.append(TestTime.MONDAY_AT_TEN, Deed.SIGNED_IN, 7L, subject, Map.of("by", "PASSWORD"), "192.0.2.1");
    }

    private List<AuditTrail.Exported> entries() {
        return new AuditTrail(app).oldest(ALL, null, 10_000);
    }

    @Test
    void an_untouched_log_is_whole() {
        AuditChain chain = log.verify();
        assertThat(chain.isWhole()).isTrue();
        assertThat(chain.entries()).isEqualTo(5);
        assertThat(chain.lastHash()).isEqualTo(entries().getLast().cells().getLast());
    }

    @Test
    void an_empty_log_is_whole() {
        AuditChain chain =
                new AuditLog(JdbcClient.create(source(TestDatabase.fresh().app()))).verify();
        assertThat(chain).isEqualTo(new AuditChain(0, "", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set deed = 'LEFT'",
                "update audit_entry set subject = subject where false",
                "delete from audit_entry",
                "truncate audit_entry",
                "alter table audit_entry disable trigger all",
                "drop table audit_entry",
                "create table mine (id int)",
                "update ticket_event set kind = 'x'",
                "delete from flyway_schema_history"
            })
    void the_desk_at_work_has_no_right_to_rewrite(String sql) {
        assertThatThrownBy(() -> app.sql(sql).update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
        assertThat(log.verify().entries()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set deed = 'LEFT' where id = 3",
                "delete from audit_entry",
                "truncate audit_entry"
            })
    void a_trigger_refuses_the_owner_too(String sql) {
        assertThatThrownBy(() -> owner.sql(sql).update()).hasMessageContaining("audit_entry is append-only");
        assertThat(log.verify().entries()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set deed = 'SIGNED_OUT' where id = 3",
                "update audit_entry set happened_at = happened_at + interval '1 microsecond' where id = 3",
                "update audit_entry set actor_id = null where id = 3",
                "update audit_entry set subject = 'person:4' where id = 3",
                "update audit_entry set details = '{}' where id = 3",
                "update audit_entry set details = '[]' where id = 3",
                "update audit_entry set network = null where id = 3",
                "update audit_entry set hash = sha256('') where id = 3",
                "update audit_entry set id = 30 where id = 3; update audit_entry set id = 3 where id = 4",
                "delete from audit_entry where id = 2"
            })
    void what_is_changed_behind_the_triggers_breaks_the_chain_where_it_was_changed(String sql) {
        owner.sql("set session_replication_role = replica; " + sql + "; set session_replication_role = origin")
                .update();
        AuditChain chain = log.verify();
        assertThat(chain.broken()).isEqualTo(3);
        assertThat(new AuditTrail(app).newest(ALL, null, 10)).isNotEmpty();
    }

    @Test
    void a_changed_entry_with_a_hash_of_its_own_breaks_the_chain_at_the_next() {
        owner.sql("""
                        set session_replication_role = replica;
                        update audit_entry set deed = 'SIGNED_OUT' where id = 3;
                        update audit_entry e set hash = audit_hash(e) where id = 3
                        """).update();
        assertThat(log.verify().broken()).isEqualTo(4);
    }

    @Test
    void a_first_entry_that_was_taken_away_is_missed() {
        owner.sql("set session_replication_role = replica; delete from audit_entry where id = 1")
                .update();
        assertThat(log.verify()).isEqualTo(new AuditChain(0, "", 2L));
    }

    @Test
    void nobody_chooses_the_place_or_the_hash_of_an_entry() {
        app.sql("""
                        insert into audit_entry (id, happened_at, deed, subject, details, previous, hash)
                        values (1, now(), 'SIGNED_IN', 'a', '{}', '', ''), (1, now(), 'SIGNED_IN', 'b', '{}', '', '')
                        """).update();
        assertThat(entries()).extracting(AuditTrail.Exported::id).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(log.verify().isWhole()).isTrue();
    }

    @Test
    void entries_of_many_at_once_are_one_chain_in_the_order_of_their_numbers() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> deed = () -> {
                append("person:8");
                return true;
            };
            assertThat(people.invokeAll(Collections.nCopies(200, deed)).stream().map(Future::resultNow))
                    .containsOnly(true);
        }
        AuditChain chain = log.verify();
        assertThat(chain.isWhole()).isTrue();
        assertThat(chain.entries()).isEqualTo(205);
        assertThat(entries().getLast().id()).isEqualTo(205);
    }

    @Test
    void a_deed_that_is_rolled_back_leaves_neither_entry_nor_gap() {
        new TransactionTemplate(new DataSourceTransactionManager(pool)).executeWithoutResult(transaction -> {
            append("person:9");
            transaction.setRollbackOnly();
        });
        append("person:10");
        assertThat(entries().getLast().id()).isEqualTo(6);
        assertThat(log.verify().isWhole()).isTrue();
    }

    @Test
    void a_long_log_is_walked_in_strides() {
        app.sql("""
                        insert into audit_entry (happened_at, deed, subject, details)
                        select now(), 'SIGNED_IN', 'person:' || n, '{}' from generate_series(1, 4500) n
                        """).update();
        assertThat(log.verify().entries()).isEqualTo(4505);
        owner.sql("set session_replication_role = replica; update audit_entry set network = 'x' where id = 4100")
                .update();
        assertThat(log.verify().broken()).isEqualTo(4100);
    }

    @Test
    void what_could_do_harm_where_it_is_shown_is_kept_as_its_number() {
        String harm = "a\r\nAdmin signed in \u001b[31mred\u001b[0m \u202e \u0000 \ud800";
        log.append(TestTime.MONDAY_AT_TEN, Deed.SIGN_IN_REFUSED, null, harm, Map.of("typed", harm), null);
        String shown = "a\\u000d\\u000aAdmin signed in \\u001b[31mred\\u001b[0m \\u202e \\u0000 \\ud800";
        AuditEntry entry = new AuditTrail(app).newest(ALL, null, 1).getFirst();
        assertThat(entry.subject()).isEqualTo(shown);
        assertThat(entry.details()).containsEntry("typed", shown);
        assertThat(log.verify().isWhole()).isTrue();
    }

    @Test
    void long_words_are_cut() {
        append("x".repeat(100_000));
        assertThat(new AuditTrail(app).newest(ALL, null, 1).getFirst().subject())
                .hasSize(1001);
    }

    @Test
    void words_of_all_kinds_fit_their_hashes() {
        Map<String, String> details = new HashMap<>();
        details.put("quote\"", "back\\slash");
        details.put("Grüße", "🧨 ' \" {0} ${x}");
        log.append(TestTime.MONDAY_AT_TEN, Deed.INVITED, 1L, "", details, null);
        assertThat(log.verify().isWhole()).isTrue();
        assertThat(new AuditTrail(app).newest(ALL, null, 1).getFirst().details())
                .isEqualTo(details);
    }
}
