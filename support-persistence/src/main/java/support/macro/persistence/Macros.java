package support.macro.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.macro.Macro;
import support.people.Viewer;
import support.ticket.Status;
import support.ticket.Tag;

/** Macros: those that all share, and everybody's own, which nobody else finds. */
@Repository
public class Macros {
    /** @param assignee the name of the person that it names; empty where it names none */
    public record Line(Macro macro, String assignee) {}

    /** So many can be shared, and so many can one have. */
    public static final int MOST = 200;

    private static final String SEEN = """
            select m.*, coalesce(p.name, '') as assignee from macro m left join person p on p.id = m.assignee_id
            where :answers and (m.owner_id is null or m.owner_id = :viewer)\s""";

    private final JdbcClient database;

    Macros(JdbcClient database) {
        this.database = database;
    }

    /** Those that a person may use, by title. */
    public List<Line> of(Viewer viewer) {
        return seen("order by lower(m.title), m.id", viewer)
                .query((row, n) -> line(row))
                .list();
    }

    /** Empty when there is none for this viewer. */
    public Optional<Line> find(long macro, Viewer viewer) {
        return seen("and m.id = :macro", viewer)
                .param("macro", macro)
                .query((row, n) -> line(row))
                .optional();
    }

    private JdbcClient.StatementSpec seen(String condition, Viewer viewer) {
        return database.sql(SEEN + condition)
                .param("answers", viewer.role().answers())
                .param("viewer", viewer.id());
    }

    /**
     * @return false when there are {@value #MOST} already
     * @throws DuplicateKeyException when one of the same owner has that title
     */
    public boolean add(Macro macro) {
        return said("""
                        insert into macro (owner_id, title, body, next_status, tags, to_user, assignee_id)
                        select cast(:owner as bigint), :title, :body, :next, :tags, :toUser, cast(:assignee as bigint)
                        where (select count(*) from macro where owner_id is not distinct from cast(:owner as bigint)) < :most
                        """, macro)
                        .param("owner", macro.owner())
                        .param("most", MOST)
                        .update()
                == 1;
    }

    /**
     * Whose it is stays.
     *
     * @return false when somebody else has changed it since this version of it was read
     * @throws DuplicateKeyException when another of the same owner has that title
     */
    public boolean change(Macro macro) {
        return said("""
                        update macro set title = :title, body = :body, next_status = :next, tags = :tags, to_user = :toUser,
                            assignee_id = :assignee, version = version + 1
                        where id = :id and version = :seen
                        """, macro)
                        .param("id", macro.id())
                        .param("seen", macro.version())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec said(String sql, Macro macro) {
        return database.sql(sql)
                .param("title", macro.title())
                .param("body", macro.text())
                .param("next", macro.next() == null ? null : macro.next().name())
                .param("tags", macro.tags().stream().map(Tag::name).toArray(String[]::new))
                .param("toUser", macro.toUser())
                .param("assignee", macro.assignee());
    }

    public void remove(long macro) {
        database.sql("delete from macro where id = :macro")
                .param("macro", macro)
                .update();
    }

    private static Line line(ResultSet row) throws SQLException {
        Macro macro = new Macro(
                row.getLong("id"),
                Columns.numberOrNull(row, "owner_id"),
                row.getString("title"),
                row.getString("body"),
                Columns.constantOrNull(row, "next_status", Status.class),
                Arrays.stream((String[]) row.getArray("tags").getArray())
                        .map(Tag::new)
                        .toList(),
                row.getBoolean("to_user"),
                Columns.numberOrNull(row, "assignee_id"),
                row.getInt("version"));
        return new Line(macro, row.getString("assignee"));
    }
}
