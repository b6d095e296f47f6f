package support.access.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.StringUtils;
import support.database.Columns;

/** The public halves of the passkeys that people's devices hold. */
@Repository
public class Passkeys {
    /**
     * A passkey as the desk knows it.
     *
     * @param credential the name that the device gave it
     * @param handle what the device calls its person by
     * @param publicKey in the form of COSE
     * @param attestation what the device said of itself when the passkey was made
     * @param counter uses so far; 0 on a device that does not count
     * @param transports how a browser can reach the device, such as "usb"
     */
    public record Passkey(
            byte[] credential,
            byte[] handle,
            byte[] publicKey,
            byte[] attestation,
            long counter,
            Set<String> transports,
            boolean backupEligible,
            boolean backedUp,
            String label) {}

    /**
     * What its owner is told about a passkey.
     *
     * @param lastUsedAt null when it was never used
     */
    public record Line(
            long id,
            String label,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    private static final String PASSKEY = "select * from passkey join passkey_handle using (person_id)";

    private final JdbcClient database;

    Passkeys(JdbcClient database) {
        this.database = database;
    }

    /**
     * What devices call the person by, the same for good.
     *
     * @param fresh is kept when the person has no handle yet
     */
    public byte[] handle(long person, byte[] fresh) {
        database.sql("insert into passkey_handle (person_id, handle) values (:person, :fresh) on conflict do nothing")
                .param("person", person)
                .param("fresh", fresh)
                .update();
        return database.sql("select handle from passkey_handle where person_id = :person")
                .param("person", person)
                .query(byte[].class)
                .single();
    }

    public Optional<Long> person(byte[] handle) {
        return database.sql("select person_id from passkey_handle where handle = :handle")
                .param("handle", handle)
                .query(Long.class)
                .optional();
    }

    public Optional<Passkey> find(byte[] credential) {
        return database.sql(PASSKEY + " where credential_id = :credential")
                .param("credential", credential)
                .query((row, n) -> passkey(row))
                .optional();
    }

    public List<Passkey> ofHandle(byte[] handle) {
        return database.sql(PASSKEY + " where handle = :handle order by id")
                .param("handle", handle)
                .query((row, n) -> passkey(row))
                .list();
    }

    public List<Line> of(long person) {
        return database.sql(
                        "select id, label, created_at, last_used_at from passkey where person_id = :person order by id")
                .param("person", person)
                .query((row, n) -> new Line(
                        row.getLong("id"),
                        row.getString("label"),
                        Columns.instant(row, "created_at"),
                        Columns.instantOrNull(row, "last_used_at")))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody has a passkey of that name */
    public void add(Passkey passkey, Instant now) {
        database.sql("""
                        insert into passkey (credential_id, person_id, public_key, attestation, counter, transports,
                                             backup_eligible, backed_up, label, created_at)
                        select :credential, person_id, :publicKey, :attestation, :counter, :transports,
                               :backupEligible, :backedUp, :label, :now
                        from passkey_handle where handle = :handle
                        """)
                .param("credential", passkey.credential())
                .param("handle", passkey.handle())
                .param("publicKey", passkey.publicKey())
                .param("attestation", passkey.attestation())
                .param("counter", passkey.counter())
                .param("transports", String.join(",", passkey.transports()))
                .param("backupEligible", passkey.backupEligible())
                .param("backedUp", passkey.backedUp())
                .param("label", passkey.label())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Counts a use of the passkey: false when its counter has not risen, which tells of a copy. A device that does not
     * count says 0 each time. Of two uses with one count, only one is taken.
     */
    public boolean use(Passkey passkey, Instant now) {
        return database.sql("""
                        update passkey set counter = :counter, last_used_at = :now
                        where credential_id = :credential
                          and person_id = (select person_id from passkey_handle where handle = :handle)
                          and (counter < :counter or counter = 0 and :counter = 0)
                        """)
                        .param("credential", passkey.credential())
                        .param("handle", passkey.handle())
                        .param("counter", passkey.counter())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public void removeAllOf(long person) {
        database.sql("delete from passkey where person_id = :person")
                .param("person", person)
                .update();
    }

    /** @return false when the person has no such passkey */
    public boolean remove(long person, long id) {
        return database.sql("delete from passkey where id = :id and person_id = :person")
                        .param("id", id)
                        .param("person", person)
                        .update()
                == 1;
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getBytes("credential_id"),
                row.getBytes("handle"),
                row.getBytes("public_key"),
                row.getBytes("attestation"),
                row.getLong("counter"),
                StringUtils.commaDelimitedListToSet(row.getString("transports")),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                row.getString("label"));
    }
}
