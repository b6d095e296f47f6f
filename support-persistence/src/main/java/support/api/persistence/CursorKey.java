package support.api.persistence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the cursors of the API are signed with, on all instances the same; made with the table. */
@Repository
public class CursorKey {
    private final JdbcClient database;

    CursorKey(JdbcClient database) {
        this.database = database;
    }

    public byte[] bytes() {
        return database.sql("select bytes from cursor_key").query(byte[].class).single();
    }
}
