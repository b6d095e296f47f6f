package support.automation.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.automation.Automation;
import support.automation.Deeds;
import support.automation.Trigger;
import support.database.Columns;
import support.ticket.Status;
import support.ticket.Tag;

/** Automations, in the order in which they act. */
@Repository
public class Automations {
    /** @param seenUntil of a time: what has stood long enough by then has been seen to */
    public record Timed(Automation automation, Instant seenUntil) {}

    /** So many there can be. */
    public static final int MOST = 100;

    private final JdbcClient database;

    Automations(JdbcClient database) {
        this.database = database;
    }

    public List<Automation> all() {
        return database.sql("select * from automation order by place, id")
                .query((row, n) -> automation(row))
                .list();
    }

    public Optional<Automation> find(long id) {
        return database.sql("select * from automation where id = :id")
                .param("id", id)
                .query((row, n) -> automation(row))
                .optional();
    }

    /**
     * Those that are turned on and look out for what has happened, or the one whose time has come. None of them is changed by
     * others until the running transaction ends.
     */
    public List<Automation> concerned(Set<Trigger> triggers, @Nullable Long timed) {
        return database.sql("""
                        select * from automation
                        where active and (trigger = any (:triggers) or id = cast(:timed as bigint)) order by place, id for share""")
                .param("triggers", names(triggers))
                .param("timed", timed)
                .query((row, n) -> automation(row))
                .list();
    }

    /** Those that are turned on and wait for a time; each is looked at by one instance only. */
    public List<Timed> timed() {
        return database.sql(
                        "select * from automation where active and hours > 0 order by place, id for update skip locked")
                .query((row, n) -> new Timed(automation(row), Columns.instant(row, "seen_until")))
                .list();
    }

    public void seen(long id, Instant until) {
        database.sql("update automation set seen_until = :until where id = :id")
                .param("id", id)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Turned off, after all others.
     *
     * @return its id; empty when there are {@value #MOST} already
     * @throws DuplicateKeyException when one has that name
     */
    public Optional<Long> add(Automation automation) {
        return said("""
                        insert into automation (name, place, trigger, hours, query, whose, assignee_id, adds, removes,
                            next_status, note, mail, keeper_id)
                        select :name, (select coalesce(max(place), 0) + 1 from automation), :trigger, :hours, :query, :whose,
                            cast(:assignee as bigint), :adds, :removes, :next, :note, :mail, :keeper
                        where (select count(*) from automation) < :most
                        returning id
                        """, automation).param("most", MOST).query(Long.class).optional();
    }

    /**
     * Its place stays, and so does whether it is turned on.
     *
     * @return false when somebody else has changed it since this version of it was read
     * @throws DuplicateKeyException when another has that name
     */
    public boolean change(Automation automation, Instant now) {
        return said("""
                        update automation set name = :name, trigger = :trigger, hours = :hours, query = :query, whose = :whose,
                            assignee_id = cast(:assignee as bigint), adds = :adds, removes = :removes, next_status = :next,
                            note = :note, mail = :mail, keeper_id = :keeper, version = version + 1,
                            seen_until = cast(:now as timestamptz) - make_interval(hours => :hours)
                        where id = :id and version = :seen
                        """, automation)
                        .param("id", automation.id())
                        .param("seen", automation.version())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec said(String sql, Automation automation) {
        Deeds deeds = automation.deeds();
        return database.sql(sql)
                .param("name", automation.name())
                .param("trigger", automation.trigger().name())
                .param("hours", automation.hours())
                .param("query", automation.query())
                .param("whose", deeds.whose().name())
                .param("assignee", deeds.assignee())
                .param("adds", words(deeds.adds()))
                .param("removes", words(deeds.removes()))
                .param("next", deeds.next() == null ? null : deeds.next().name())
                .param("note", deeds.note())
                .param("mail", deeds.mail().name())
                .param("keeper", automation.keeper());
    }

    /** From now on: what has stood for longer by now is left as it is. */
    public boolean start(long id, int version, Instant now) {
        return database.sql("""
                        update automation set active = true, stopped = null, version = version + 1,
                            seen_until = cast(:now as timestamptz) - make_interval(hours => hours)
                        where id = :id and version = :version and not active
                        """)
                        .param("id", id)
                        .param("version", version)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @param why null when a person turns it off */
    public boolean stop(long id, Automation.@Nullable Stop why) {
        return database.sql("""
                        update automation set active = false, stopped = :why, version = version + 1 where id = :id and active
                        """)
                        .param("id", id)
                        .param("why", why == null ? null : why.name())
                        .update()
                == 1;
    }

    /** Changes its place with the one before it, if there is one. */
    public void moveUp(long id) {
        database.sql("""
                        update automation a set place = case when a.id = :id then b.place else c.place end
                        from automation c, lateral (select x.id, x.place from automation x
                            where (x.place, x.id) < (c.place, c.id) order by x.place desc, x.id desc limit 1) b
                        where c.id = :id and a.id in (c.id, b.id)
                        """).param("id", id).update();
    }

    public boolean remove(long id) {
        return database.sql("delete from automation where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    static String[] names(Set<Trigger> triggers) {
        return triggers.stream().map(Trigger::name).toArray(String[]::new);
    }

    private static String[] words(List<Tag> tags) {
        return tags.stream().map(Tag::name).toArray(String[]::new);
    }

    private static List<Tag> tags(Array words) throws SQLException {
        return Arrays.stream((String[]) words.getArray()).map(Tag::new).toList();
    }

    private static Automation automation(ResultSet row) throws SQLException {
        Deeds deeds = new Deeds(
                Columns.constant(row, "whose", Deeds.Whose.class),
                Columns.numberOrNull(row, "assignee_id"),
                tags(row.getArray("adds")),
                tags(row.getArray("removes")),
                Columns.constantOrNull(row, "next_status", Status.class),
                row.getString("note"),
                Columns.constant(row, "mail", Deeds.Mail.class));
        return new Automation(
                row.getLong("id"),
                row.getString("name"),
                Columns.constant(row, "trigger", Trigger.class),
                row.getInt("hours"),
                row.getString("query"),
                deeds,
                row.getBoolean("active"),
                Columns.constantOrNull(row, "stopped", Automation.Stop.class),
                row.getLong("keeper_id"),
                row.getInt("version"));
    }
}
