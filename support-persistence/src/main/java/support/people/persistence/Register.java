package support.people.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.people.MailAddress;
import support.people.PersonName;
import support.people.PersonState;
import support.people.Role;

/** Adds people and organisations, and changes what is known of them. */
@Repository
public class Register {
    /** Where people of a mail domain belong. */
    public record Home(long organisation, boolean needsApproval) {}

    /**
     * A person to add.
     *
     * @param organisation null for people of the desk
     * @param password encoded; null for somebody who signs in by other ways
     */
    public record NewPerson(
            MailAddress address,
            PersonName name,
            Role role,
            @Nullable Long organisation,
            boolean manages,
            @Nullable String password,
            PersonState state) {}

    private final JdbcClient database;

    Register(JdbcClient database) {
        this.database = database;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody has the address already */
    public long add(NewPerson person) {
        return database.sql("""
                        insert into person (organisation_id, email, name, role, password, manages, state)
                        values (:organisation, :email, :name, :role, :password, :manages, :state) returning id
                        """)
                .param("organisation", person.organisation())
                .param("email", person.address().text())
                .param("name", person.name().text())
                .param("role", person.role().name())
                .param("password", person.password())
                .param("manages", person.manages())
                .param("state", person.state().name())
                .query(Long.class)
                .single();
    }

    public long addOrganisation(String name) {
        return database.sql("insert into organisation (name) values (:name) returning id")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    public Optional<Home> home(MailAddress address) {
        return database.sql("select organisation_id, needs_approval from mail_domain where domain = :domain")
                .param("domain", address.domain())
                .query((row, n) -> new Home(row.getLong("organisation_id"), row.getBoolean("needs_approval")))
                .optional();
    }

    /** @param password encoded */
    public void setPassword(long person, String password) {
        database.sql("update person set password = :password where id = :person")
                .param("password", password)
                .param("person", person)
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody else has the address */
    public void setAddress(long person, MailAddress address) {
        database.sql("update person set email = :email where id = :person")
                .param("email", address.text())
                .param("person", person)
                .update();
    }

    /** How the person is named, and in which zone times are shown. */
    public void setProfile(long person, PersonName name, String zone) {
        database.sql("update person set name = :name, zone = :zone where id = :person")
                .param("name", name.text())
                .param("zone", zone)
                .param("person", person)
                .update();
    }

    /**
     * @param keys whether a letter alone does something on the desk's pages
     * @param undo whether a reply waits a moment, in which it can be taken back
     */
    public void setHabits(long person, boolean keys, boolean undo) {
        database.sql("update person set single_keys = :keys, undo_sends = :undo where id = :person")
                .param("keys", keys)
                .param("undo", undo)
                .param("person", person)
                .update();
    }

    /** Whoever may not sign in has no API tokens either, also not when they may again. */
    public void setState(long person, PersonState state) {
        if (state != PersonState.ACTIVE) {
            endTokens(person);
        }
        database.sql("update person set state = :state where id = :person")
                .param("state", state.name())
                .param("person", person)
                .update();
    }

    /** A token was made for what its owner was then: with another role it ends. */
    public void setRole(long person, Role role) {
        endTokens(person);
        database.sql("update person set role = :role where id = :person")
                .param("role", role.name())
                .param("person", person)
                .update();
    }

    private void endTokens(long person) {
        database.sql("delete from api_token where person_id = :person")
                .param("person", person)
                .update();
    }

    public void setManages(long person, boolean manages) {
        database.sql("update person set manages = :manages where id = :person")
                .param("manages", manages)
                .param("person", person)
                .update();
    }

    public void signedIn(long person, Instant at) {
        database.sql("update person set signed_in_at = :at where id = :person")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update();
    }
}
