package support.team.persistence;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much those of the desk have to do. */
@Repository
public class Loads {
    /**
     * Open tickets of one person.
     *
     * @param waiting on which somebody waits for the desk
     */
    public record Load(int waiting, int open) {
        public static final Load NONE = new Load(0, 0);
    }

    private final JdbcClient database;

    Loads(JdbcClient database) {
        this.database = database;
    }

    /** How many tickets of each person wait for the desk. */
    public Map<Long, Integer> waiting() {
        Map<Long, Integer> waiting = new HashMap<>();
        all().forEach((person, load) -> waiting.put(person, load.waiting()));
        return waiting;
    }

    /** By person; who has nothing is not in it. */
    public Map<Long, Load> all() {
        Map<Long, Load> all = new HashMap<>();
        database.sql("""
                        select assignee_id, count(*) filter (where queue_band <= 1) as waiting, count(*) as open from ticket
                        where assignee_id is not null and queue_band is not null group by assignee_id
                        """).query(row -> {
            all.put(row.getLong("assignee_id"), new Load(row.getInt("waiting"), row.getInt("open")));
        });
        return all;
    }
}
