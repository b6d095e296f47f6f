package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.catalog.persistence.AppKeys;

/** A customer learns before sending whether a request is covered, and what to do when it is not. */
@BrowserTest
class CoverageIT {
    @LocalServerPort
    int port;

    @Autowired
    AppKeys keys;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private Person marta() {
        return new Person(port, ColorScheme.LIGHT, 1280).signedIn("marta@nordlicht.example");
    }

    private Person ada() {
        return new Person(port, ColorScheme.LIGHT, 1280).signedIn("ada@desk.example");
    }

    private static Locator verdict(Person person) {
        return person.page.locator("#verdict");
    }

    private static void fill(Person marta, String app, String version, String host, String hostVersion) {
        marta.open("/tickets/new");
        chooseApp(marta, app);
        unfold(marta);
        marta.page.getByLabel("App version").fill(version);
        choose(marta, "about.host", host);
        marta.page.getByLabel("Its version").fill(hostVersion);
        marta.page.getByText("Some people cannot work").click();
        marta.page.getByLabel("Summary").fill("Tiles stay empty");
        marta.page.locator("#description").fill("Since today");
    }

    /** And waits for what is known of it. */
    private static void chooseApp(Person person, String app) {
        person.page.evaluate("document.querySelector('#about').dataset.before = 'yes'");
        choose(person, "app", app);
        assertThat(person.page.locator("#about:not([data-before])")).isAttached();
    }

    /** What says where the app runs, unless it is open by itself. */
    private static void unfold(Person person) {
        if (person.page.locator("#about").getAttribute("open") == null) {
            person.page.locator("#about > summary").click();
        }
    }

    private static void choose(Person person, String id, String label) {
        person.page.locator("[id='" + id + "']").selectOption(new SelectOption().setLabel(label));
    }

    private static String sent(Person marta) {
        assertThat(marta.page.locator("h1")).containsText("We have your ticket SUP-");
        return URI.create(marta.page.url()).getPath().replace("/confirmation", "");
    }

    @Test
    void a_covered_request_says_so_while_one_types() {
        try (Person marta = marta()) {
            fill(marta, "Signpost Navigation for Confluence", "3.2", "Confluence", "9.4.1");
            assertThat(verdict(marta)).containsText("Covered");
            marta.assertNobodyIsShutOut();
            marta.press("Send");
            String ticket = sent(marta);
            marta.open(ticket);
            assertThat(marta.page.locator("#coverage")).containsText("Covered");
            marta.assertQuietConsole();
        }
    }

    /** As many fields as experience.md allows; what they know already is said in a line. */
    @Test
    void the_form_asks_six_things_and_knows_the_rest_the_next_time() {
        try (Person jonas = new Person(port, ColorScheme.DARK, 320).signedIn("jonas@nordlicht.example")) {
            fill(jonas, "Signpost Navigation for Confluence", "3.2", "Confluence", "9.4.1");
            jonas.press("Send");
            sent(jonas);
            jonas.open("/tickets/new");
            assertThat(jonas.page.locator("#about > summary")).containsText("3.2 · Confluence 9.4.1");
            assertThat(verdict(jonas)).containsText("Covered");
            assertThat(jonas.page.locator("main form :is(fieldset, label:not(fieldset *)):visible"))
                    .hasCount(6);
            jonas.assertNobodyIsShutOut();
            chooseApp(jonas, "Beacon Search");
            assertThat(jonas.page.locator("#about[open]")).isVisible();
            assertThat(jonas.page.getByLabel("App version")).hasValue("");
            jonas.assertNobodyIsShutOut();
            jonas.assertQuietConsole();
        }
    }

    @Test
    void a_platform_that_ends_soon_is_told_ahead() {
        try (Person marta = marta()) {
            fill(marta, "Signpost Navigation for Confluence", "3.2", "Confluence", "9.2.3");
            assertThat(verdict(marta)).containsText("Confluence 9.2.3 leaves its maker's support on 6 August 2035.");
        }
    }

    @Test
    void an_expired_licence_leads_to_an_offer_that_is_accepted() {
        try (Person marta = marta();
                Person ada = ada()) {
            fill(marta, "Courier Notifications for Jira", "3.2", "Jira", "10.3.1");
            assertThat(verdict(marta)).containsText("Licence SEN-20003 ended on");
            verdict(marta).locator("textarea").fill("What would two hours cost?");
            marta.press("Ask for additional support");
            String ticket = sent(marta);
            ada.open("/queue?q=coverage:undecided");
            assertThat(ada.page.locator("main")).containsText("Not covered: make an offer");
            ada.open(ticket);
            assertThat(ada.page.locator("#coverage")).containsText("asks for additional support");
            ada.assertNobodyIsShutOut();

            ada.page.getByLabel("What you offer").fill("Two hours, remote, next Tuesday.");
            ada.page.getByLabel("Price without tax").fill("480");
            ada.press("Send the offer");
            assertThat(ada.page.locator("#offer")).containsText("EUR 480.00 without tax");
            marta.open(ticket);
            assertThat(marta.page.locator("main")).containsText("Two hours, remote, next Tuesday.");
            marta.assertNobodyIsShutOut();
            marta.press("Accept the offer: EUR 480.00");
            assertThat(marta.page.locator("#coverage")).containsText("The offer was accepted");
            marta.assertQuietConsole();
        }
    }

    @Test
    void a_wrong_platform_is_disputed_and_accepted() {
        try (Person marta = marta();
                Person ada = ada()) {
            fill(marta, "Signpost Navigation for Confluence", "3.2", "Confluence", "7.19.4");
            assertThat(verdict(marta)).containsText("Confluence 7.19.4 is not supported by Signpost");
            marta.press("Send");
            assertThat(marta.page.locator("[role=alert]")).containsText("not covered");
            marta.assertNobodyIsShutOut();
            verdict(marta).locator("textarea").fill("It happens on 9.4 as well, on our test system.");
            marta.press("I think this is wrong: send");
            String ticket = sent(marta);
            marta.open(ticket);
            assertThat(marta.page.locator("#coverage")).containsText("until then nothing is promised");

            ada.open(ticket);
            ada.page.getByLabel("Reason, for the desk").fill("Same on a supported version");
            ada.press("Accept: promise from now");
            assertThat(ada.page.locator("main")).containsText("Mon 18 Jun, 14:00 CEST");
            marta.open(ticket);
            assertThat(marta.page.locator("main")).containsText("Mon 18 Jun, 14:00 CEST");
        }
    }

    @Test
    void an_unknown_number_is_said_to_be_unknown() {
        try (Person marta = marta()) {
            fill(marta, "Signpost Navigation for Confluence", "3.2", "Confluence", "9.4.1");
            marta.page.locator("[id='about.licence']").fill("SEN-1");
            assertThat(verdict(marta)).containsText("We do not know SEN-1 as a licence");
            marta.assertNobodyIsShutOut();
            marta.page.locator("[id='about.licence']").fill("SEN-20001");
            assertThat(verdict(marta)).containsText("Covered");
        }
    }

    private String link(String jti, Duration life) throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256)
                .keyID(UUID.randomUUID().toString())
                .generate();
        long app = database.sql("select id from app where key = 'signpost'")
                .query(Long.class)
                .single();
        keys.add(app, key.getKeyID(), key.toPublicJWK().toJSONString(), clock.instant());
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer("signpost")
                        .audience("http://localhost:8080")
                        .issueTime(Date.from(clock.instant().minusSeconds(60)))
                        .expirationTime(Date.from(clock.instant().plus(life)))
                        .jwtID(jti)
                        .claim("appVersion", "3.2")
                        .claim("hosting", "DATA_CENTER")
                        .claim("host", "confluence")
                        .claim("hostVersion", "9.4.1")
                        .claim("entitlement", "SEN-20001")
                        .build());
        jwt.sign(new ECDSASigner(key));
        return "/support?ctx=" + jwt.serialize();
    }

    @Test
    void a_signed_link_opens_the_form_filled_in_and_only_once() throws JOSEException {
        String link = link(UUID.randomUUID().toString(), Duration.ofMinutes(5));
        try (Person marta = marta()) {
            marta.open(link);
            assertThat(marta.page.locator("main")).containsText("Signpost Navigation for Confluence 3.2");
            marta.assertNobodyIsShutOut();
            marta.press("Go on to the form");
            assertThat(marta.page.locator("#about > summary")).containsText("3.2 · Data Center · Confluence 9.4.1");
            assertThat(verdict(marta)).containsText("Covered");
            marta.open(link);
            marta.press("Go on to the form");
            assertThat(marta.page.locator("[role=alert]")).containsText("This link has been used");
            marta.assertNobodyIsShutOut();
        }
    }

    @Test
    void a_signed_link_that_has_run_out_says_so() throws JOSEException {
        try (Person marta = marta()) {
            marta.open(link(UUID.randomUUID().toString(), Duration.ofSeconds(-1)));
            assertThat(marta.page.locator("[role=alert]")).containsText("This link has run out");
            marta.assertNobodyIsShutOut();
        }
    }
}
