package support.ticket.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import support.behalf.persistence.EndCustomers;
import support.people.Viewer;
import support.sla.Metric;
import support.sla.Promise;
import support.ticket.Message;
import support.ticket.Ticket;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;
import support.ticket.Tickets;

/** Tickets in PostgreSQL: ticket, promise, messages and events in the caller's transaction. */
@Repository
class JpaTickets implements Tickets {
    private final EntityManager database;
    private final EventJson json;
    private final EndCustomers endCustomers;

    JpaTickets(EntityManager database, EventJson json, EndCustomers endCustomers) {
        this.database = database;
        this.json = json;
        this.endCustomers = endCustomers;
    }

    @Override
    public TicketNumber nextNumber() {
        return new TicketNumber(
                (Long) query("select nextval('ticket_number')", Map.of()).getSingleResult());
    }

    @Override
    public Optional<TicketNumber> raisedWith(UUID nonce, Viewer by) {
        queueUp(nonce);
        List<?> found = query(
                        "select number from ticket where requester_id = :person and nonce = :nonce",
                        Map.of("person", by.id(), "nonce", nonce))
                .getResultList();
        return found.stream().map(number -> new TicketNumber((Long) number)).findFirst();
    }

    @Override
    public boolean wroteWith(UUID nonce, Viewer by) {
        queueUp(nonce);
        return !query(
                        "select id from message where author_id = :person and nonce = :nonce",
                        Map.of("person", by.id(), "nonce", nonce))
                .getResultList()
                .isEmpty();
    }

    /**
     * The unique constraint alone would turn the second of two simultaneous arrivals into an error; waiting for the
     * first turns it into the same answer.
     */
    private void queueUp(UUID nonce) {
        query("select 1 from pg_advisory_xact_lock(:key)", Map.of("key", nonce.getLeastSignificantBits()))
                .getSingleResult();
    }

    @Override
    public void add(Ticket ticket) {
        database.persist(new TicketRow(ticket));
        keys(ticket).forEach((key, promise) -> database.persist(new PromiseRow(key, promise)));
        database.flush(); // messages and events are inserted at once and refer to the ticket
        append(ticket);
        database.clear(); // what was just added is not changed again here: adding many stays linear
    }

    @Override
    public Optional<Ticket> find(TicketNumber number, Viewer viewer) {
        return find(goesOnIn(number), TicketScope.of(viewer));
    }

    @Override
    public Optional<Ticket> findToWrite(TicketNumber number, Viewer viewer) {
        return find(goesOnIn(number), TicketScope.withOwnWords(viewer));
    }

    /** What is done to a ticket that was merged is done to the one in which it goes on. */
    private TicketNumber goesOnIn(TicketNumber number) {
        List<?> into = query(
                        "select merged_into from ticket where number = :number and merged_into is not null",
                        Map.of("number", number.value()))
                .getResultList();
        return into.isEmpty() ? number : new TicketNumber((Long) into.getFirst());
    }

    @Override
    public Optional<Ticket> find(TicketNumber number) {
        return find(number, TicketScope.ALL);
    }

    private Optional<Ticket> find(TicketNumber number, TicketScope scope) {
        Query query = database.createNativeQuery(
                "select t.* from ticket t where t.number = :number and " + scope.condition() + " for update",
                TicketRow.class);
        scope.parameters().forEach(query::setParameter);
        List<?> found = query.setParameter("number", number.value()).getResultList();
        return found.stream()
                .map(TicketRow.class::cast)
                .map(row -> row.toTicket(promises(number), participants(number), row.behalf(endCustomers::find)))
                .findFirst();
    }

    private Set<Long> participants(TicketNumber number) {
        List<?> found = query(
                        "select person_id from ticket_participant where ticket_number = :number",
                        Map.of("number", number.value()))
                .getResultList();
        return found.stream().map(Long.class::cast).collect(Collectors.toSet());
    }

    @Override
    public List<TicketNumber> forEndCustomer(long endCustomer) {
        List<?> found = query(
                        "select number from ticket where end_customer_id = :customer order by number",
                        Map.of("customer", endCustomer))
                .getResultList();
        return found.stream().map(number -> new TicketNumber((Long) number)).toList();
    }

    @Override
    public List<TicketNumber> withParticipant(long person) {
        List<?> found = query(
                        "select ticket_number from ticket_participant where person_id = :person order by ticket_number",
                        Map.of("person", person))
                .getResultList();
        return found.stream().map(number -> new TicketNumber((Long) number)).toList();
    }

    private List<PromiseRow> promises(TicketNumber number) {
        return database.createQuery(
                        "from PromiseRow where key.ticket = :ticket order by key.metric, key.ordinal", PromiseRow.class)
                .setParameter("ticket", number.value())
                .getResultList();
    }

    @Override
    public void save(Ticket ticket) {
        database.find(TicketRow.class, ticket.number().value()).take(ticket);
        keys(ticket).forEach(this::keep);
        append(ticket);
        database.flush();
        database.clear(); // else each of many changes would look through all before it
    }

    private void keep(PromiseRow.Key key, Promise promise) {
        PromiseRow row = database.find(PromiseRow.class, key);
        if (row == null) {
            database.persist(new PromiseRow(key, promise));
        } else {
            row.take(promise);
        }
    }

    /** The promises of each metric are numbered as they were made. */
    private static Map<PromiseRow.Key, Promise> keys(Ticket ticket) {
        Map<PromiseRow.Key, Promise> keys = new LinkedHashMap<>();
        Map<Metric, Integer> made = new EnumMap<>(Metric.class);
        for (Promise promise : ticket.state().promises()) {
            int ordinal = made.merge(promise.metric(), 1, Integer::sum);
            keys.put(new PromiseRow.Key(ticket.number().value(), promise.metric(), ordinal), promise);
        }
        return keys;
    }

    private void append(Ticket ticket) {
        for (TicketEvent event : ticket.events()) {
            database.persist(new EventRow(ticket.number(), event, ticket.state().version(), json));
            project(ticket.number(), event);
        }
        for (Message message : ticket.messages()) {
            MessageRow row = new MessageRow(ticket.number(), message);
            database.persist(row);
            takeStagedFiles(row, message);
        }
    }

    /** Who is on the ticket now and which verdict was corrected, as the events tell it. */
    private void project(TicketNumber number, TicketEvent event) {
        if (event.what() instanceof TicketEvent.ParticipantAdded added) {
            query(
                            """
                            insert into ticket_participant (ticket_number, person_id, added_by, added_at)
                            values (:number, :person, :by, :at)
                            """,
                            Map.of(
                                    "number",
                                    number.value(),
                                    "person",
                                    added.person(),
                                    "by",
                                    Objects.requireNonNull(event.actor()),
                                    "at",
                                    event.at()))
                    .executeUpdate();
        } else if (event.what() instanceof TicketEvent.VerdictCorrected corrected) {
            query(
                            """
                            update promise set corrected = :to
                            where ticket_number = :number and metric = :metric and ordinal = :ordinal
                            """,
                            Map.of(
                                    "number",
                                    number.value(),
                                    "metric",
                                    corrected.metric().name(),
                                    "ordinal",
                                    corrected.ordinal(),
                                    "to",
                                    corrected.to().name()))
                    .executeUpdate();
        } else if (event.what() instanceof TicketEvent.TopicLinked linked) {
            query(
                            "insert into topic_ticket (topic_id, ticket_number) values (:topic, :number)",
                            Map.of("number", number.value(), "topic", linked.topic()))
                    .executeUpdate();
        } else if (event.what() instanceof TicketEvent.TopicUnlinked unlinked) {
            query(
                            "delete from topic_ticket where ticket_number = :number and topic_id = :topic",
                            Map.of("number", number.value(), "topic", unlinked.topic()))
                    .executeUpdate();
        } else if (event.what() instanceof TicketEvent.Mentioned mentioned) {
            query(
                            """
                            insert into mention (person_id, ticket_number, by_id, mentioned_at) values (:person, :number, :by, :at)
                            on conflict (person_id, ticket_number) do update
                            set by_id = excluded.by_id, mentioned_at = excluded.mentioned_at
                            """,
                            Map.of(
                                    "number",
                                    number.value(),
                                    "person",
                                    mentioned.person(),
                                    "by",
                                    Objects.requireNonNull(event.actor()),
                                    "at",
                                    event.at()))
                    .executeUpdate();
        } else if (event.what() instanceof TicketEvent.Tagged tagged) {
            query("insert into tag (name) values (:tag) on conflict do nothing", Map.of("tag", tagged.tag()))
                    .executeUpdate();
            query(
                            "insert into ticket_tag (ticket_number, tag) values (:number, :tag)",
                            Map.of("number", number.value(), "tag", tagged.tag()))
                    .executeUpdate();
        } else if (event.what() instanceof TicketEvent.Untagged untagged) {
            query(
                            "delete from ticket_tag where ticket_number = :number and tag = :tag",
                            Map.of("number", number.value(), "tag", untagged.tag()))
                    .executeUpdate();
        } else if (event.what() instanceof TicketEvent.MergedInto merged) {
            Map<String, Long> numbers = Map.of("number", number.value(), "into", merged.into());
            query("update ticket set merged_into = :into where number = :number or merged_into = :number", numbers)
                    .executeUpdate();
            query("""
                            update message set ticket_number = :into, moved_from = coalesce(moved_from, ticket_number)
                            where ticket_number = :number
                            """, numbers).executeUpdate();
            query("""
                            update draft d set ticket_number = :into where d.ticket_number = :number and not exists (
                                select from draft x where x.ticket_number = :into and x.person_id = d.person_id and x.internal = d.internal)
                            """, numbers).executeUpdate();
        } else if (event.what() instanceof TicketEvent.SplitFrom split) {
            link(number.value(), split.other());
        } else if (event.what() instanceof TicketEvent.SplitInto split) {
            move(number.value(), split);
        } else if (event.what() instanceof TicketEvent.Linked linked) {
            query(
                            """
                            insert into ticket_link (ticket_number, other_number, relation) values (:number, :other, :relation)
                            on conflict (ticket_number, other_number) do update set relation = excluded.relation
                            """,
                            Map.of(
                                    "number",
                                    number.value(),
                                    "other",
                                    linked.other(),
                                    "relation",
                                    linked.relation().name()))
                    .executeUpdate();
        } else if (event.what() instanceof TicketEvent.Unlinked unlinked) {
            query(
                            "delete from ticket_link where ticket_number = :number and other_number = :other",
                            Map.of("number", number.value(), "other", unlinked.other()))
                    .executeUpdate();
        } else if (event.what() instanceof TicketEvent.ParticipantRemoved removed) {
            query(
                            "delete from ticket_participant where ticket_number = :number and person_id = :person",
                            Map.of("number", number.value(), "person", removed.person()))
                    .executeUpdate();
        }
    }

    /** The words of the new ticket are found from then on, and what was said of its coverage goes along. */
    private void move(long number, TicketEvent.SplitInto split) {
        link(number, split.into());
        Map<String, Long> numbers = Map.of("number", number, "into", split.into());
        query("""
                        insert into ticket_text (ticket_number, doc) select cast(:into as bigint), ticket_text_of(:into)
                        on conflict do nothing
                        """, Map.of("into", split.into())).executeUpdate();
        query("""
                        insert into coverage_judgement
                            (ticket_number, ordinal, judged_at, judged_by, verdict, scope_version, claim, findings, licence)
                        select :into, 1, judged_at, judged_by, verdict, scope_version, claim, findings, licence
                        from coverage_judgement where ticket_number = :number order by ordinal desc limit 1
                        """, numbers).executeUpdate();
        query("""
                        update message set ticket_number = :into, moved_from = coalesce(moved_from, ticket_number)
                        where ticket_number = :number and id in (:messages)
                        """, Map.of("number", number, "into", split.into(), "messages", split.messages()))
                .executeUpdate();
    }

    private void link(long number, long other) {
        query("""
                        insert into ticket_link (ticket_number, other_number, relation) values (:number, :other, 'RELATED')
                        on conflict do nothing
                        """, Map.of("number", number, "other", other)).executeUpdate();
    }

    private void takeStagedFiles(MessageRow row, Message message) {
        query(
                        """
                        update attachment set message_id = :message
                        where uploader_id = :author and nonce = :nonce and message_id is null
                        """,
                        Map.of(
                                "message",
                                row.id(),
                                "author",
                                message.author(),
                                "nonce",
                                message.words().nonce()))
                .executeUpdate();
    }

    private Query query(String sql, Map<String, ?> parameters) {
        Query query = database.createNativeQuery(sql);
        parameters.forEach(query::setParameter);
        return query;
    }
}
