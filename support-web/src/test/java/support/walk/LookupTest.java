package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.licence.app.StubLicences;
import support.licence.app.TestLookup;

/** Numbers that the desk does not know are asked for elsewhere, and whatever comes back from there, the request gets through. */
@DeskTest
class LookupTest {
    /** What can be wrong with the service. */
    enum Trouble {
        DOWN {
            @Override
            void befall(StubLicences stub) {
                stub.close();
            }
        },
        SLOW {
            @Override
            void befall(StubLicences stub) {
                stub.hangs();
            }
        },
        RUBBISH {
            @Override
            void befall(StubLicences stub) {
                stub.answers(200, "<html>Welcome!</html>");
            }
        },
        BROKEN {
            @Override
            void befall(StubLicences stub) {
                stub.answers(500, "");
            }
        },
        ELSEWHERE {
            @Override
            void befall(StubLicences stub) {
                stub.answers(302, StubLicences.LICENCE);
            }
        };

        abstract void befall(StubLicences stub);
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    TestLookup lookup;

    private final StubLicences stub = new StubLicences();
    private Visitor marta = new Visitor(0);

    @BeforeEach
    void comeIn() {
        lookup.ask(stub.address());
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        marta.get("/tickets/new");
    }

    @AfterEach
    void askNobody() {
        lookup.askNobody();
        stub.close();
        database.sql("delete from bucket").update();
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private Visitor.Page raised(String licence, String summary) {
        return marta.post(
                "/tickets",
                Map.of(
                        "type", "SUPPORT_REQUEST",
                        "severity", "LEVEL_2",
                        "app", one("select id::text from app where key = 'signpost'"),
                        "appVersion", "3.2",
                        "about.hosting", "DATA_CENTER",
                        "about.host", one("select id::text from platform where key = 'confluence'"),
                        "about.hostVersion", "9.4.1",
                        "about.licence", licence,
                        "summary", summary,
                        "description", "words"));
    }

    private String coverage(String summary) {
        return one("select coverage from ticket where summary = '" + summary + "'");
    }

    @Test
    void a_number_that_is_known_there_counts() {
        assertThat(raised("SEN-77", "Known elsewhere").status()).isEqualTo(302);
        assertThat(coverage("Known elsewhere")).isEqualTo("COVERED");
    }

    @Test
    void a_number_that_nobody_knows_is_said_to_be_unknown() {
        stub.answers(404, "");
        Visitor.Page page = raised("SEN-404", "Unknown everywhere");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("We do not know SEN-404");
    }

    @ParameterizedTest
    @EnumSource
    void a_service_in_trouble_keeps_nobody_from_asking(Trouble trouble) {
        trouble.befall(stub);
        String app = one("select id::text from app where key = 'signpost'");
        assertThat(marta.get("/tickets/coverage?type=BUG_REPORT&app=" + app + "&about.licence=SEN-1" + trouble)
                        .body())
                .contains("Could not be checked")
                .contains("We could not check the licence for Signpost");
        marta.get("/tickets/new");
        String summary = "In trouble: " + trouble;
        assertThat(raised("SEN-1" + trouble, summary).status()).isEqualTo(302);
        assertThat(coverage(summary)).isEqualTo("UNVERIFIED");
        assertThat(one("select count(*)::text from promise p join ticket t on t.number = p.ticket_number"
                        + " where t.summary = '" + summary + "'"))
                .isEqualTo("1");
    }

    @Test
    void no_number_leads_anywhere_else_at_the_service() {
        for (String number : new String[] {".", "..", "../admin", "x?a=b", "%2e%2e", "a/b", "#"}) {
            assertThat(raised(number, "Odd number").status()).as(number).isIn(302, 422);
        }
        assertThat(stub.places()).allMatch(place -> place.matches("/licences/[^/?#]+"));
    }
}
