package support.walk;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people find in their letterboxes: in tests no letter leaves the outbox. */
final class Letterbox {
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    private final JdbcClient database;

    Letterbox(JdbcClient database) {
        this.database = database;
    }

    /** The path of the link in the newest letter to an address. */
    String link(String address) {
        Matcher link = LINK.matcher(newest(address));
        if (!link.find()) {
            throw new IllegalStateException("the letter to " + address + " has no link");
        }
        return link.group(1);
    }

    String newest(String address) {
        return texts(address).getFirst();
    }

    /** Newest first. */
    List<String> texts(String address) {
        return database.sql(
                        "select subject || e'\\n' || body_text from letter where recipient = :address order by xmin::text::bigint desc, ctid desc")
                .param("address", address)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
