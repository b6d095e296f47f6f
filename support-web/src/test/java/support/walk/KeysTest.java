package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The keys of the desk's pages: listed for the desk, turned off by whoever does not want them. */
@DeskTest
class KeysTest {
    @LocalServerPort
    int port;

    @Test
    void single_letters_are_turned_off_and_on_by_each_person() {
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        Visitor dana = new Visitor(port).signedIn("dana@desk.example");
        for (Visitor person : List.of(ada, dana)) {
            person.get("/account/keys");
            person.post("/account/keys", Map.of("single", "true"));
            assertThat(person.get("/queue").body()).contains("<meta name=\"keys\" content=\"true\"");
        }
        ada.get("/account/keys");
        assertThat(ada.post("/account/keys", Map.of()).location()).endsWith("/account/keys?saved");
        assertThat(ada.get("/queue").body()).contains("<meta name=\"keys\" content=\"false\"");
        assertThat(ada.get("/account/keys").body()).doesNotContain("checked");
        assertThat(dana.get("/queue").body()).contains("<meta name=\"keys\" content=\"true\"");
        ada.post("/account/keys", Map.of("single", "true"));
        assertThat(ada.get("/queue").body()).contains("<meta name=\"keys\" content=\"true\"");
    }

    @Test
    void each_role_finds_the_pages_that_it_may_open_and_customers_find_no_keys() {
        assertThat(new Visitor(port).signedIn("ada@desk.example").get("/queue").body())
                .contains("href=\"/account/absences\"")
                .doesNotContain("href=\"/outbox\"", "href=\"/campaigns\"");
        assertThat(new Visitor(port).signedIn("emil@desk.example").get("/queue").body())
                .contains("href=\"/outbox\"", "href=\"/campaigns\"");
        assertThat(new Visitor(port)
                        .signedIn("marta@nordlicht.example")
                        .get("/tickets")
                        .body())
                .doesNotContain("name=\"keys\"", "id=\"commands\"");
    }

    @Test
    void every_page_of_the_list_of_commands_opens() {
        for (String email : new String[] {"ada@desk.example", "dana@desk.example", "emil@desk.example"}) {
            Visitor person = new Visitor(port).signedIn(email);
            String page = person.get("/queue").body();
            String places = page.substring(page.indexOf("id=\"commands\""), page.indexOf("id=\"keys\""));
            Matcher place = Pattern.compile("href=\"([^\"]+)\"").matcher(places);
            assertThat(places).doesNotContain("??");
            int found = 0;
            while (place.find()) {
                Visitor.Page opened = person.get(place.group(1));
                assertThat(opened.status()).as(email + " " + place.group(1)).isIn(200, 302);
                assertThat(opened.location()).as(place.group(1)).doesNotContain("/sign-in?");
                found++;
            }
            assertThat(found).as(email).isGreaterThan(5);
        }
    }
}
