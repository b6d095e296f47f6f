package support.behalf.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.behalf.Consent;
import support.behalf.EndCustomer;
import support.database.Columns;
import support.people.Viewer;

/** The companies for which partners file, and what was asked and said, in order. */
@Repository
public class EndCustomers {
    /** With the name of the partner, and how many tickets it has filed for the company. */
    public record Line(EndCustomer customer, String partner, int tickets, int shared) {}

    /**
     * Something that was asked or said.
     *
     * @param actor null for somebody at the address that was asked, who has no account
     * @param words what was agreed to; empty where nothing was
     */
    public record Event(Instant at, @Nullable String actor, Consent consent, String words) {}

    private static final String LINES = """
            select c.*, p.name as partner_name, count(t.number) as tickets,
                   count(t.number) filter (where t.sharing = 'PARTNER_AND_CUSTOMER') as shared
            from end_customer c join organisation p on p.id = c.partner_id left join ticket t on t.end_customer_id = c.id
            where %s group by c.id, p.name order by lower(c.company), c.id
            """;
    /**
     * Those of an organisation: whoever has agreed, or has been asked at an address of its people. What one of its people
     * was asked it answers, until it has answered for good.
     */
    private static final String OF_CUSTOMER = """
            (c.organisation_id = :organisation
             or c.organisation_id is null and exists (select from person k where lower(k.email) = lower(c.contact)
                    and k.organisation_id = :organisation and k.state = 'ACTIVE'))""";

    private final JdbcClient database;

    EndCustomers(JdbcClient database) {
        this.database = database;
    }

    /** Those of the partner whose person is looking, by name. */
    public List<Line> ofPartner(Viewer viewer) {
        return database.sql(LINES.formatted("c.partner_id = :partner"))
                .param("partner", viewer.organisation())
                .query((row, n) -> line(row))
                .list();
    }

    /** Those who file, or want to, for the organisation whose person is looking. */
    public List<Line> ofCustomer(Viewer viewer) {
        return database.sql(LINES.formatted(OF_CUSTOMER))
                .param("organisation", viewer.organisation())
                .query((row, n) -> line(row))
                .list();
    }

    public Optional<Line> ofCustomer(long id, Viewer viewer) {
        return database.sql(LINES.formatted(OF_CUSTOMER + " and c.id = :id"))
                .param("organisation", viewer.organisation())
                .param("id", id)
                .query((row, n) -> line(row))
                .optional();
    }

    public Optional<EndCustomer> find(long id) {
        return database.sql("select * from end_customer c where c.id = :id")
                .param("id", id)
                .query((row, n) -> customer(row))
                .optional();
    }

    /** For whom a ticket was filed; empty where somebody raised it for themselves. */
    public Optional<EndCustomer> ofTicket(long number) {
        return database.sql(
                        "select c.* from ticket t join end_customer c on c.id = t.end_customer_id where t.number = :number")
                .param("number", number)
                .query((row, n) -> customer(row))
                .optional();
    }

    /** Nobody else says anything of it until the transaction ends. */
    public Optional<EndCustomer> lock(long id) {
        return database.sql("select * from end_customer c where c.id = :id for update")
                .param("id", id)
                .query((row, n) -> customer(row))
                .optional();
    }

    /** The one that a partner has at an address, in whatever case it is written. */
    public Optional<EndCustomer> find(long partner, String contact) {
        return database.sql(
                        "select * from end_customer c where c.partner_id = :partner and lower(c.contact) = lower(:contact)")
                .param("partner", partner)
                .param("contact", contact)
                .query((row, n) -> customer(row))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the partner has named that address already */
    public EndCustomer add(long partner, String company, String contact, long by, Instant at) {
        EndCustomer added = database.sql("""
                        insert into end_customer (partner_id, company, contact, consent, since)
                        values (:partner, :company, :contact, 'ASKED', :at) returning *
                        """)
                .param("partner", partner)
                .param("company", company)
                .param("contact", contact)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> customer(row))
                .single();
        record(added, by, "");
        return added;
    }

    /**
     * @param by null for somebody at the address who has no account
     * @param words what was agreed to; empty where nothing was
     */
    public void say(EndCustomer said, @Nullable Long by, String words) {
        database.sql("""
                        update end_customer set organisation_id = :organisation, consent = :consent, since = :since
                        where id = :id
                        """)
                .param("id", said.id())
                .param("organisation", said.organisation())
                .param("consent", said.said().name())
                .param("since", said.since().atOffset(ZoneOffset.UTC))
                .update();
        record(said, by, words);
    }

    private void record(EndCustomer said, @Nullable Long by, String words) {
        database.sql("""
                        insert into end_customer_event (end_customer_id, happened_at, actor_id, consent, words)
                        values (:id, :at, :by, :consent, :words)
                        """)
                .param("id", said.id())
                .param("at", said.since().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("consent", said.said().name())
                .param("words", words)
                .update();
    }

    /** Oldest first. */
    public List<Event> history(long id) {
        return database.sql("""
                        select e.happened_at, e.consent, e.words, p.name from end_customer_event e
                        left join person p on p.id = e.actor_id where e.end_customer_id = :id order by e.id
                        """)
                .param("id", id)
                .query((row, n) -> new Event(
                        Columns.instant(row, "happened_at"),
                        row.getString("name"),
                        Columns.constant(row, "consent", Consent.class),
                        row.getString("words")))
                .list();
    }

    /** Who of the partner asked last, and can sign in. */
    public Optional<Long> lastAsker(long id) {
        return database.sql("""
                        select e.actor_id from end_customer_event e join person p on p.id = e.actor_id
                        where e.end_customer_id = :id and e.consent = 'ASKED' and p.state = 'ACTIVE'
                        order by e.id desc limit 1
                        """)
                .param("id", id)
                .query((row, n) -> row.getLong("actor_id"))
                .optional();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(customer(row), row.getString("partner_name"), row.getInt("tickets"), row.getInt("shared"));
    }

    private static EndCustomer customer(ResultSet row) throws SQLException {
        return new EndCustomer(
                row.getLong("id"),
                row.getLong("partner_id"),
                row.getString("company"),
                row.getString("contact"),
                Columns.numberOrNull(row, "organisation_id"),
                Columns.constant(row, "consent", Consent.class),
                Columns.instant(row, "since"));
    }
}
