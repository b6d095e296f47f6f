package support.live.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.ticket.TicketNumber;

/** Who looks at which ticket at this moment, over all instances of the desk. Whom no instance names again is soon gone. */
@Repository
public class Attendance {
    /** After a crash of an instance its people are there for so long. */
    public static final Duration REMEMBERED = Duration.ofSeconds(30);

    /** Somebody at a ticket. */
    public record Seat(TicketNumber ticket, long person) {}

    /** @param writing has words on the page that were not sent yet, and typed not long ago */
    public record Attendant(long person, String name, boolean writing) {}

    private record Found(TicketNumber ticket, Attendant attendant) {}

    private final JdbcClient database;

    Attendance(JdbcClient database) {
        this.database = database;
    }

    /** What an instance knows takes the place of what it told before. */
    public void tell(UUID instance, Map<Seat, Boolean> writing, Instant now) {
        List<Map.Entry<Seat, Boolean>> seats = List.copyOf(writing.entrySet());
        database.sql("""
                        with here as (
                            select * from unnest(cast(:tickets as bigint[]), cast(:people as bigint[]), cast(:writing as boolean[]))
                                as here (ticket_number, person_id, writing)),
                        gone as (
                            delete from presence p where instance <> :instance and until < :now
                                or instance = :instance and not exists (select from here h
                                    where h.ticket_number = p.ticket_number and h.person_id = p.person_id))
                        insert into presence (instance, ticket_number, person_id, writing, until)
                        select :instance, ticket_number, person_id, writing, :until from here
                        on conflict (ticket_number, person_id, instance)
                            do update set writing = excluded.writing, until = excluded.until
                        """)
                .param("instance", instance)
                .param(
                        "tickets",
                        numbers(seats.stream()
                                .map(seat -> seat.getKey().ticket())
                                .toList()))
                .param(
                        "people",
                        seats.stream().map(seat -> seat.getKey().person()).toArray(Long[]::new))
                .param("writing", seats.stream().map(Map.Entry::getValue).toArray(Boolean[]::new))
                .param("now", at(now))
                .param("until", at(now.plus(REMEMBERED)))
                .update();
    }

    /** By name; tickets at which nobody is are left out. */
    public Map<TicketNumber, List<Attendant>> at(Collection<TicketNumber> tickets, Instant now) {
        return database
                .sql("""
                        select a.ticket_number, a.person_id, p.name, bool_or(a.writing) as writing
                        from presence a join person p on p.id = a.person_id
                        where a.ticket_number = any (:tickets) and a.until > :now
                        group by a.ticket_number, a.person_id, p.name order by p.name, a.person_id
                        """)
                .param("tickets", numbers(tickets))
                .param("now", at(now))
                .query((row, n) -> new Found(
                        new TicketNumber(row.getLong("ticket_number")),
                        new Attendant(row.getLong("person_id"), row.getString("name"), row.getBoolean("writing"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Found::ticket, Collectors.mapping(Found::attendant, Collectors.toList())));
    }

    private static Long[] numbers(Collection<TicketNumber> tickets) {
        return tickets.stream().map(TicketNumber::value).toArray(Long[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
