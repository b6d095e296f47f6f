package support.automation.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.automation.Chain;
import support.automation.Trigger;
import support.database.Columns;
import support.ticket.Refusal;
import support.ticket.TicketNumber;

/** What automations have to look at, and what they did: a task and what is done for it go in one transaction. */
@Repository
public class AutomationTasks {
    /** @param timed the one automation whose time has come; null when something has happened */
    public record Task(
            long id,
            TicketNumber ticket,
            Set<Trigger> triggers,
            @Nullable Long timed,
            Chain chain) {}

    public enum Outcome {
        DONE,
        /** The ticket has refused some of it. */
        PARTLY,
        /** It would have gone round in a circle. */
        CIRCLE
    }

    /** What one automation did last. */
    public record Run(
            long automation, TicketNumber ticket, Instant at, Outcome outcome, List<Refusal.Reason> refused) {}

    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient database;

    AutomationTasks(JdbcClient database) {
        this.database = database;
    }

    /** Empty, and nothing is kept, when no automation looks out for it. */
    public Optional<Long> add(TicketNumber ticket, Set<Trigger> triggers, Chain chain, Instant now) {
        return database.sql("""
                        insert into automation_task (ticket_number, triggers, chain, set_at)
                        select :ticket, :triggers, :chain, :now
                        where exists (select from automation where active and trigger = any (:triggers))
                        returning id
                        """)
                .param("ticket", ticket.value())
                .param("triggers", Automations.names(triggers))
                .param("chain", chain.automations().toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    public long addTimed(TicketNumber ticket, long automation, Instant now) {
        return database.sql("""
                        insert into automation_task (ticket_number, triggers, automation_id, chain, set_at)
                        values (:ticket, '{}', :automation, '{}', :now) returning id
                        """)
                .param("ticket", ticket.value())
                .param("automation", automation)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Whoever takes it has it alone until the running transaction ends; empty when it has been seen to. */
    public Optional<Task> take(long id) {
        return database.sql("select * from automation_task where id = :id for update")
                .param("id", id)
                .query((row, n) -> task(row))
                .optional();
    }

    public void remove(long id) {
        database.sql("delete from automation_task where id = :id")
                .param("id", id)
                .update();
    }

    public void ran(Task task, long automation, Instant at, Outcome outcome, Set<Refusal.Reason> refused) {
        database.sql("""
                        insert into automation_run (automation_id, task_id, ticket_number, ran_at, outcome, refused)
                        values (:automation, :task, :ticket, :at, :outcome, :refused)
                        """)
                .param("automation", automation)
                .param("task", task.id())
                .param("ticket", task.ticket().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("outcome", outcome.name())
                .param("refused", refused.stream().map(Refusal.Reason::name).toArray(String[]::new))
                .update();
    }

    /** How often automations have acted on a ticket within the hour before. */
    public int withinHour(TicketNumber ticket, Instant now) {
        return database.sql("""
                        select count(*) from automation_run
                        where ticket_number = :ticket and ran_at > :from and outcome <> 'CIRCLE'""")
                .param("ticket", ticket.value())
                .param("from", now.minus(HOUR).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** What one has done, the newest first. */
    public List<Run> of(long automation, int most) {
        return database.sql(
                        "select * from automation_run where automation_id = :automation order by id desc limit " + most)
                .param("automation", automation)
                .query((row, n) -> run(row))
                .list();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("automation_id"),
                new TicketNumber(row.getLong("ticket_number")),
                Columns.instant(row, "ran_at"),
                Columns.constant(row, "outcome", Outcome.class),
                Arrays.stream((String[]) row.getArray("refused").getArray())
                        .map(Refusal.Reason::valueOf)
                        .toList());
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getLong("id"),
                new TicketNumber(row.getLong("ticket_number")),
                Arrays.stream((String[]) row.getArray("triggers").getArray())
                        .map(Trigger::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                Columns.numberOrNull(row, "automation_id"),
                new Chain(List.of((Long[]) row.getArray("chain").getArray())));
    }
}
