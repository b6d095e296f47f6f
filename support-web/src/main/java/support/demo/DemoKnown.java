package support.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import support.catalog.App;
import support.catalog.persistence.Apps;
import support.people.Viewer;
import support.people.persistence.People;
import support.ticket.TicketNumber;
import support.ticket.app.TopicLinks;
import support.topic.Stage;
import support.topic.Topic;
import support.topic.persistence.Followers;
import support.topic.persistence.Topics;

/** Known issues and ideas of the demo, in every stage. */
@Component
class DemoKnown {
    /** @param followers how many of the demo's customers follow it */
    private record Told(
            String app,
            String title,
            String affects,
            String text,
            String workaround,
            Stage stage,
            String outcome,
            int followers) {}

    private static final List<Told> ALL = List.of(
            new Told(
                    "signpost",
                    "Page tree shows archived pages after an update",
                    "3.1 and 3.2",
                    "After an update from 3.0 the tree shows pages that are archived. Their links lead to an empty page.",
                    "Rebuild the index of the space: **Space settings > Signpost > Rebuild**. It holds until the next update.",
                    Stage.SCHEDULED,
                    "",
                    4),
            new Told(
                    "courier",
                    "Digest mails leave twice around midnight",
                    "4.0",
                    "Digests that are due between 23:55 and 00:05 leave twice when the server's clock is not in UTC.",
                    "",
                    Stage.CONFIRMED,
                    "",
                    2),
            new Told(
                    "signpost",
                    "Icons vanish in dark mode",
                    "3.2",
                    "In dark mode the icons of the menu have the colour of the background.",
                    "Choose the **light icon set** under *Appearance*.",
                    Stage.CONFIRMED,
                    "",
                    0),
            new Told(
                    "ledger",
                    "Export to PDF cuts wide tables",
                    "2.3 to 2.5",
                    "Columns beyond the width of the page are missing in the PDF.",
                    "Choose **landscape** in the export, or export to CSV.",
                    Stage.FIXED,
                    "2.6",
                    3),
            new Told(
                    "signpost",
                    "Remember the last opened branch of the page tree",
                    "",
                    "The tree opens at the top each time. It could open where one has been last, for each person.",
                    "",
                    Stage.GATHERING,
                    "",
                    5),
            new Told(
                    "canvas",
                    "A tile for birthdays",
                    "",
                    "A tile of the start page that shows whose birthday it is, for those who agree to be shown.",
                    "",
                    Stage.GATHERING,
                    "",
                    0),
            new Told(
                    "canvas",
                    "Dark mode for boards",
                    "",
                    "Boards stay bright while the rest of the site is dark.",
                    "",
                    Stage.PLANNED,
                    "",
                    3),
            new Told(
                    "courier",
                    "Send digests by SMS",
                    "",
                    "For people on call who read no mail.",
                    "",
                    Stage.DECLINED,
                    "It needs a contract with a carrier in each country; mail and webhooks reach every gateway that does this.",
                    1));

    private final Topics topics;
    private final Followers followers;
    private final TopicLinks links;
    private final People people;
    private final Apps apps;
    private final JdbcClient database;
    private final Clock clock;

    DemoKnown(
            Topics topics,
            Followers followers,
            TopicLinks links,
            People people,
            Apps apps,
            JdbcClient database,
            Clock clock) {
        this.topics = topics;
        this.followers = followers;
        this.links = links;
        this.people = people;
        this.apps = apps;
        this.database = database;
        this.clock = clock;
    }

    void add() {
        Map<String, Long> ids = apps.all().stream().collect(Collectors.toMap(App::key, App::id));
        List<Long> customers = database.sql(
                        "select id from person where demo and role = 'CUSTOMER' and state = 'ACTIVE' order by id")
                .query((row, n) -> row.getLong("id"))
                .list();
        for (Told told : ALL) {
            Instant since = clock.instant().minus(Duration.ofDays(7L * (1 + told.followers)));
            long id = topics.add(topic(told, Objects.requireNonNull(ids.get(told.app)), since));
            customers.stream().limit(told.followers).forEach(person -> followers.add(id, person, since));
        }
        database.sql("update topic set demo = true").update();
    }

    /** The tickets that are still worked on and say the same are about it. */
    void link() {
        Viewer agent = database.sql("select min(id) from person where demo and role = 'AGENT'")
                .query(Long.class)
                .optional()
                .flatMap(people::viewer)
                .orElseThrow();
        database.sql("""
                        select t.number, k.id from ticket t join topic k on k.title = t.summary and k.app_id = t.app_id
                        where k.demo and t.status not in ('RESOLVED', 'CLOSED', 'FIXED', 'SHIPPED', 'DECLINED') order by t.number
                        """)
                .query((row, n) -> Map.entry(row.getLong("number"), row.getLong("id")))
                .list()
                .forEach(about -> topics.find(about.getValue(), agent)
                        .ifPresent(line -> links.link(new TicketNumber(about.getKey()), line.topic(), agent)));
    }

    private static Topic topic(Told told, long app, Instant since) {
        return new Topic(
                0,
                told.stage.kind(),
                app,
                told.title,
                told.affects,
                told.text,
                told.workaround,
                told.stage,
                told.outcome,
                true,
                0,
                since);
    }
}
