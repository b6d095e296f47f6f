package support.space.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.space.News;

/** The vendor's news. */
@Repository
public class NewsBoard {
    private static final String NEWS = "select * from news ";
    private static final int MOST = 200;

    private final JdbcClient database;

    NewsBoard(JdbcClient database) {
        this.database = database;
    }

    /** The newest first, also what is shown no more or not yet; at most 200. */
    public List<News> all() {
        return database.sql(NEWS + "order by first_day desc, id desc limit :most")
                .param("most", MOST)
                .query((row, n) -> news(row))
                .list();
    }

    /** What is shown on a day of the vendor's zone, the newest first. */
    public List<News> on(LocalDate day) {
        return database.sql(NEWS + "where first_day <= :day and (last_day is null or last_day >= :day)"
                        + " order by first_day desc, id desc limit :most")
                .param("day", day)
                .param("most", MOST)
                .query((row, n) -> news(row))
                .list();
    }

    public Optional<News> find(long id) {
        return database.sql(NEWS + "where id = :id")
                .param("id", id)
                .query((row, n) -> news(row))
                .optional();
    }

    /** @return its number */
    public long add(News news) {
        return said(
                        "insert into news (title, body, first_day, last_day) values (:title, :body, :first, :last)"
                                + " returning id",
                        news)
                .query(Long.class)
                .single();
    }

    /** @return false when somebody else has changed it since this version of it was read */
    public boolean change(News news) {
        return said(
                                "update news set title = :title, body = :body, first_day = :first, last_day = :last,"
                                        + " version = version + 1 where id = :id and version = :seen",
                                news)
                        .param("id", news.id())
                        .param("seen", news.version())
                        .update()
                == 1;
    }

    public void remove(long id) {
        database.sql("delete from news where id = :id").param("id", id).update();
    }

    private JdbcClient.StatementSpec said(String sql, News news) {
        return database.sql(sql)
                .param("title", news.title())
                .param("body", news.text())
                .param("first", news.firstDay())
                .param("last", news.lastDay());
    }

    private static News news(ResultSet row) throws SQLException {
        return new News(
                row.getLong("id"),
                row.getString("title"),
                row.getString("body"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("version"));
    }
}
