package support.privacy.persistence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Makes the desk forget a person. What happened stays, with a number in place of the person: tickets, times and verdicts.
 * What the person said of and about themselves goes, also where others repeated their name.
 */
@Repository
public class Erasure {
    /** Stands where words were. */
    public static final String ERASED = "[erased]";

    private static final int SHORTEST_NAME = 3;

    private final JdbcClient database;

    Erasure(JdbcClient database) {
        this.database = database;
    }

    /** Irrevocable. Must run in a transaction. */
    public void erase(long person, String name, String address, boolean ofTheDesk) {
        forgetLetters(person, address);
        forgetNames(person, names(name, address));
        forgetCustomers(person, names(name, address));
        forgetWhatWasTyped(person, names(name, address), !ofTheDesk);
        forgetPartnership(person, names(name, address), !ofTheDesk);
        if (!ofTheDesk) {
            forgetWords(person);
        }
        forgetContact(person, address);
        forgetWaysIn(person);
        database.sql("delete from bucket where id like '%' || lower(:address) || '%'")
                .param("address", address)
                .update();
        database.sql("""
                        update person set name = 'Erased person ' || id, email = 'erased-' || id || '@erased.invalid', password = null,
                            state = 'ERASED', manages = false, zone = 'Europe/Berlin', language = 'en', signed_in_at = null
                        where id = :person
                        """).param("person", person).update();
    }

    /** Also those that others got about the person's tickets: they name the person, and tell what they wrote. */
    private void forgetLetters(long person, String address) {
        database.sql("""
                        delete from letter where lower(recipient) = lower(:address)
                            or ticket_number in (select number from ticket where requester_id = :person)
                            or strpos(body_text, :address) > 0
                        """).param("address", address).param("person", person).update();
    }

    /** Where a partner has named the person as the one to ask. */
    private void forgetContact(long person, String address) {
        database.sql("update end_customer set contact = 'erased-' || cast(:person as text) || '@erased.invalid'"
                        + " where lower(contact) = lower(:address)")
                .param("person", person)
                .param("address", address)
                .update();
    }

    /** What the person wrote on tickets, and the files. */
    private void forgetWords(long person) {
        for (String sql : List.of(
                "delete from attachment where uploader_id = :person",
                "update message set body = :erased where author_id = :person",
                "update ticket set summary = :erased, platform = '', app_version = '' where requester_id = :person")) {
            database.sql(sql).param("person", person).param("erased", ERASED).update();
        }
    }

    /** In what others wrote on tickets that the person took part in. */
    private void forgetNames(long person, String names) {
        for (String table : List.of("message", "draft")) {
            database.sql("""
                            update %s set body = regexp_replace(body, :names, :erased, 'gi')
                            where body ~* :names and ticket_number in (
                                select number from ticket where requester_id = :person
                                union select ticket_number from message where author_id = :person)
                            """.formatted(table))
                    .param("names", names)
                    .param("erased", ERASED)
                    .param("person", person)
                    .update();
        }
    }

    /** In what was said of promo codes that the person took; that a code was given stays on record. */
    private void forgetCustomers(long person, String names) {
        for (String sql : List.of(
                "update promo_handout set customer = regexp_replace(customer, :names, :erased, 'gi')"
                        + " where customer ~* :names and person_id = :person",
                "update promo_code p set reason = regexp_replace(reason, :names, :erased, 'gi') from promo_handout h"
                        + " where p.reason ~* :names and h.code_id = p.id and h.person_id = :person")) {
            database.sql(sql)
                    .param("names", names)
                    .param("erased", ERASED)
                    .param("person", person)
                    .update();
        }
    }

    /** In what is kept with tickets and never changed else: what coverage was judged by, and reasons. */
    private void forgetWhatWasTyped(long person, String names, boolean ownWords) {
        database.sql("select forget_what_was_typed(:person, :names, :own)")
                .param("person", person)
                .param("names", names)
                .param("own", ownWords)
                .query((row, n) -> true)
                .list();
    }

    /** In what was said of the partnership of the person's organisation, and in the letters that told the leads of it. */
    private void forgetPartnership(long person, String names, boolean ownWords) {
        database.sql("""
                        delete from letter l using partner_event e
                        where :own and e.actor_id = :person and e.words <> ''
                            and strpos(l.body_text, '/partners/' || e.organisation_id) > 0
                            and strpos(regexp_replace(l.body_text, '\\s+', ' ', 'g'), regexp_replace(e.words, '\\s+', ' ', 'g')) > 0
                        """).param("person", person).param("own", ownWords).update();
        database.sql("select forget_words_of_partners(:person, :names, :own)")
                .param("person", person)
                .param("names", names)
                .param("own", ownWords)
                .query((row, n) -> true)
                .list();
    }

    /**
     * Whatever belongs to a person by a cascading key is about getting in: codes, keys, links, tokens; or it is of use to that
     * person alone: what was read, seats, certificates.
     */
    private void forgetWaysIn(long person) {
        database.sql("delete from spring_session where principal_name = cast(:person as text)")
                .param("person", person)
                .update();
        List<String> owned =
                database.sql("""
                        select format('delete from %s where %I = :person', c.conrelid::regclass, a.attname)
                        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.confrelid = 'person'::regclass and c.contype = 'f' and c.confdeltype = 'c'
                        """).query((row, n) -> row.getString(1)).list();
        owned.forEach(sql -> database.sql(sql).param("person", person).update());
    }

    /** A regular expression of PostgreSQL for the address, the whole name and each word of it, as words. */
    private static String names(String name, String address) {
        return Stream.concat(Stream.of(address, name), Arrays.stream(name.split("\\s+", -1)))
                .filter(word -> word.length() >= SHORTEST_NAME)
                .map(Erasure::literal)
                .collect(Collectors.joining("|", "\\m(", ")\\M"));
    }

    /** Each sign that is no letter stands for itself. */
    private static String literal(String word) {
        return word.codePoints()
                .mapToObj(point -> (Character.isLetterOrDigit(point) ? "" : "\\") + Character.toString(point))
                .collect(Collectors.joining());
    }
}
