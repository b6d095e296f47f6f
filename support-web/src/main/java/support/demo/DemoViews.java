package support.demo;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import support.ticket.SavedView;
import support.ticket.persistence.SavedViews;

/** Views of the demo's queue that the desk shares. */
@Component
class DemoViews {
    private static final Map<String, String> SHARED =
            Map.of("Fast Lane, nobody's", "lane:fast assignee:none", "Due within four hours", "due<4h");

    private final SavedViews views;
    private final JdbcClient database;

    DemoViews(SavedViews views, JdbcClient database) {
        this.views = views;
        this.database = database;
    }

    void add() {
        SHARED.forEach((name, query) -> views.add(new SavedView(0, null, name, query)));
        database.sql("update saved_view set demo = true").update();
    }
}
