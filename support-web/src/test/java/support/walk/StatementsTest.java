package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much a page asks of the database: the same whatever there is to show, and little of it for who is asking. */
@DeskTest
class StatementsTest {
    private static final List<String> SOURCES = List.of("org.springframework.jdbc.core", "org.hibernate.SQL");
    /** One look a second, on whichever page it falls. */
    private static final String TERMS = "from policy_version";
    /** One more while somebody of the Fast Lane stands on the page. */
    private static final String AHEAD = "with own as";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private final ListAppender<ILoggingEvent> told = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing(); // else it takes the name of the thread that asks for it
            super.append(event);
        }
    };
    private Visitor marta = new Visitor(0);
    private Visitor ada = new Visitor(0);

    @BeforeEach
    void signIn() {
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        ada = new Visitor(port).signedIn("ada@desk.example");
        // the first look puts into the session what the others find there
        marta.get("/tickets");
        ada.get("/queue");
        told.start();
        SOURCES.forEach(source -> {
            logger(source).setLevel(Level.DEBUG);
            logger(source).addAppender(told);
            logger(source).setAdditive(false);
        });
    }

    @AfterEach
    void hearNoMore() {
        SOURCES.forEach(source -> {
            logger(source).setLevel(null);
            logger(source).detachAppender(told);
            logger(source).setAdditive(true);
        });
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    private List<String> statements(Visitor visitor, String path) {
        told.list.clear();
        assertThat(visitor.get(path).status()).isEqualTo(200);
        return List.copyOf(told.list).stream()
                .filter(line -> line.getThreadName().contains("handler")) // not what is delivered meanwhile
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains("[") && !line.contains(TERMS) && !line.contains(AHEAD))
                .toList();
    }

    private String raise(String summary) {
        marta.get("/tickets/new");
        long app = database.sql("select id from app where key = 'signpost'")
                .query(Long.class)
                .single();
        String confirmation = marta.post(
                        "/tickets",
                        Map.of(
                                "type", "SUPPORT_REQUEST",
                                "severity", "LEVEL_2",
                                "app", Long.toString(app),
                                "summary", summary,
                                "description", "words"))
                .location();
        return confirmation.replace("/confirmation", "");
    }

    private static int rows(Visitor.Page page) {
        return page.body().split("class=\"ticket-number\"", -1).length - 1;
    }

    @Test
    void a_list_asks_as_often_for_many_tickets_as_for_few() {
        int tickets = rows(marta.get("/tickets"));
        List<String> list = statements(marta, "/tickets");
        List<String> queue = statements(ada, "/queue");
        raise("One more row");
        raise("And another one");
        assertThat(rows(marta.get("/tickets"))).isGreaterThan(tickets);
        assertThat(statements(marta, "/tickets")).hasSameSizeAs(list).hasSize(4);
        // one of them counts what is left out since it was set aside
        assertThat(statements(ada, "/queue")).hasSameSizeAs(queue).hasSize(5);
    }

    @Test
    void a_search_asks_as_often_for_many_hits_as_for_few() {
        raise("A row of searching");
        List<String> customers = statements(marta, "/search?q=searching");
        List<String> agents = statements(ada, "/search?q=searching");
        raise("Another row of searching");
        assertThat(statements(marta, "/search?q=searching"))
                .hasSameSizeAs(customers)
                .hasSize(7);
        assertThat(statements(ada, "/search?q=searching")).hasSameSizeAs(agents).hasSizeLessThan(10);
    }

    @Test
    void a_ticket_asks_as_often_for_many_messages_as_for_one() {
        String ticket = raise("A long conversation");
        int customers = statements(marta, ticket).size();
        int agents = statements(ada, ticket).size();
        for (int i = 0; i < 5; i++) {
            marta.post(
                    ticket + "/replies",
                    Map.of("text", "word " + i, "nonce", UUID.randomUUID().toString()));
        }
        assertThat(marta.get(ticket).body()).contains("word 0", "word 4");
        assertThat(statements(marta, ticket)).hasSize(customers).hasSizeLessThan(16);
        assertThat(statements(ada, ticket)).hasSize(agents).hasSizeLessThan(18);
    }

    @Test
    void a_look_reads_its_session_once_and_does_not_write_it() {
        assertThat(statements(ada, "/queue"))
                .filteredOn(statement -> statement.contains("SPRING_SESSION"))
                .singleElement()
                .asString()
                .contains("SELECT");
    }
}
