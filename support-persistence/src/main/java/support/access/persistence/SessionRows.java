package support.access.persistence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ends sessions where all instances of the desk look for them, in the transaction of what calls for it. */
@Repository
public class SessionRows {
    private final JdbcClient database;

    SessionRows(JdbcClient database) {
        this.database = database;
    }

    public int endAllOf(long person) {
        return endOthersOf(person, "");
    }

    /** @param own the session that goes on */
    public int endOthersOf(long person, String own) {
        return database.sql("delete from spring_session where principal_name = :person and session_id <> :own")
                .param("person", Long.toString(person))
                .param("own", own)
                .update();
    }

    /** @return false when it is not a session of that person */
    public boolean end(long person, String session) {
        return database.sql("delete from spring_session where principal_name = :person and session_id = :session")
                        .param("person", Long.toString(person))
                        .param("session", session)
                        .update()
                == 1;
    }
}
