package support.access.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.access.Secret;

/** The secrets that people's code apps share with the desk, and the codes for when such an app is lost. */
@Repository
public class CodeApps {
    /** A secret as it is kept, and whose it is. */
    public record Kept(long person, byte[] secret) {}

    private final JdbcClient database;

    CodeApps(JdbcClient database) {
        this.database = database;
    }

    /** Of an app that has shown that it knows the secret. */
    public Optional<byte[]> secret(long person) {
        return read("select secret from code_app where person_id = :person and confirmed_at is not null", person);
    }

    /** Of an app that is being added. */
    public Optional<byte[]> offered(long person) {
        return read("select secret from code_app where person_id = :person and confirmed_at is null", person);
    }

    private Optional<byte[]> read(String sql, long person) {
        return database.sql(sql).param("person", person).query(byte[].class).optional();
    }

    /** Offers a secret to a person who has no app yet; an offer that was made before stays. */
    public void offer(long person, byte[] secret, Instant now) {
        database.sql("""
                        insert into code_app (person_id, secret, created_at) values (:person, :secret, :now)
                        on conflict (person_id) do nothing
                        """)
                .param("person", person)
                .param("secret", secret)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All that there are, of apps that are being added too. */
    public List<Kept> all() {
        return database.sql("select person_id, secret from code_app order by person_id")
                .query((row, n) -> new Kept(row.getLong("person_id"), row.getBytes("secret")))
                .list();
    }

    /** In place of a secret: the same, sealed otherwise, or another offer. Nothing happens when it has changed meanwhile. */
    public void replace(Kept before, byte[] secret) {
        database.sql("update code_app set secret = :secret where person_id = :person and secret = :before")
                .param("person", before.person())
                .param("before", before.secret())
                .param("secret", secret)
                .update();
    }

    public void confirm(long person, Instant now) {
        database.sql("update code_app set confirmed_at = :now where person_id = :person and confirmed_at is null")
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Uses up a time step: false when its code, or a later one, has been used already. */
    public boolean use(long person, long step) {
        return database.sql("update code_app set last_step = :step where person_id = :person and last_step < :step")
                        .param("person", person)
                        .param("step", step)
                        .update()
                == 1;
    }

    public void remove(long person) {
        database.sql("delete from code_app where person_id = :person")
                .param("person", person)
                .update();
        database.sql("delete from recovery_code where person_id = :person")
                .param("person", person)
                .update();
    }

    /** In place of all that the person had. */
    public void keepRecoveryCodes(long person, List<Secret> codes) {
        database.sql("delete from recovery_code where person_id = :person")
                .param("person", person)
                .update();
        codes.forEach(code -> database.sql("insert into recovery_code (person_id, sha256) values (:person, :sha256)")
                .param("person", person)
                .param("sha256", code.sha256())
                .update());
    }

    /** Uses a recovery code up: false when it is none, or was used before. */
    public boolean useRecoveryCode(long person, Secret code) {
        return database.sql("delete from recovery_code where person_id = :person and sha256 = :sha256")
                        .param("person", person)
                        .param("sha256", code.sha256())
                        .update()
                == 1;
    }

    public int recoveryCodesLeft(long person) {
        return database.sql("select count(*) from recovery_code where person_id = :person")
                .param("person", person)
                .query(Integer.class)
                .single();
    }
}
