package support.ticket.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import support.database.Columns;
import support.people.Viewer;
import support.ticket.SavedView;

/** Views of the queue: those that the desk shares, and everybody's own, which nobody else finds. */
@Repository
public class SavedViews {
    /** So many can be shared, and so many can one have: each is counted. */
    public static final int MOST = 20;

    private final JdbcClient database;

    SavedViews(JdbcClient database) {
        this.database = database;
    }

    /** Those that a person of the desk sees, their own first, by name. */
    public List<SavedView> of(Viewer viewer) {
        return database.sql("""
                        select * from saved_view where :staff and (owner_id is null or owner_id = :viewer)
                        order by owner_id is null, lower(name), id
                        """)
                .param("staff", viewer.staff())
                .param("viewer", viewer.id())
                .query((row, n) -> view(row))
                .list();
    }

    /**
     * @return false when there are {@value #MOST} already
     * @throws DuplicateKeyException when one of the same owner has that name
     */
    @Transactional
    public boolean add(SavedView view) {
        return database.sql("""
                                insert into saved_view (owner_id, name, query)
                                select cast(:owner as bigint), :name, :query
                                where (select count(*) from saved_view where owner_id is not distinct from cast(:owner as bigint)) < :most
                                """)
                        .param("owner", view.owner())
                        .param("name", view.name())
                        .param("query", view.query())
                        .param("most", MOST)
                        .update()
                == 1;
    }

    /** @return false where there is none that this person keeps */
    public boolean remove(long view, Viewer by) {
        return database.sql("delete from saved_view where id = :id and (owner_id = :by or owner_id is null and :leads)")
                        .param("id", view)
                        .param("by", by.id())
                        .param("leads", by.role().leads())
                        .update()
                == 1;
    }

    private static SavedView view(ResultSet row) throws SQLException {
        return new SavedView(
                row.getLong("id"),
                Columns.numberOrNull(row, "owner_id"),
                row.getString("name"),
                row.getString("query"));
    }
}
