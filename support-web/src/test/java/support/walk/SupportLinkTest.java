package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An app opens the form by a link that it has signed. */
@DeskTest
class SupportLinkTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private Visitor marta = new Visitor(0);
    private Visitor emil = new Visitor(0);

    @BeforeEach
    void comeIn() {
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        emil = new Visitor(port).signedIn("emil@desk.example");
    }

    private String app(String key) {
        return database.sql("select id::text from app where key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    private ECKey registered(String app) throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256)
                .keyID(UUID.randomUUID().toString())
                .generate();
        emil.get("/catalogue/apps/" + app(app));
        assertThat(emil.post(
                                "/catalogue/apps/" + app(app) + "/keys",
                                Map.of("jwk", key.toPublicJWK().toJSONString()))
                        .location())
                .isEqualTo("/catalogue/apps/" + app(app));
        return key;
    }

    private JWTClaimsSet.Builder claims(String app) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(app)
                .audience("http://localhost:8080")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .jwtID(UUID.randomUUID().toString())
                .claim("appVersion", "3.2")
                .claim("hosting", "CLOUD")
                .claim("host", "confluence")
                .claim("hostVersion", "9.4.1")
                .claim("entitlement", "E-3AA-002");
    }

    private static String signed(ECKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private void assertRefused(String token) {
        Visitor.Page page = marta.get("/support?ctx=" + token);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("This link has run out");
        marta.get("/tickets/new");
        assertThat(marta.post("/support", Map.of("ctx", token)).status()).isEqualTo(422);
    }

    @Test
    void a_link_opens_the_form_filled_in_and_vouches_for_the_licence_once() throws JOSEException {
        String token = signed(registered("signpost"), claims("signpost").build());
        assertThat(marta.get("/support?ctx=" + token).body())
                .contains("Signpost Navigation for Confluence 3.2")
                .contains("E-3AA-002");
        Visitor.Page gone = marta.post("/support", Map.of("ctx", token));
        assertThat(gone.status()).isEqualTo(302);
        String form = marta.get(gone.location()).body();
        assertThat(form)
                .contains("value=\"3.2\"")
                .contains("value=\"9.4.1\"")
                .contains("name=\"about.link\"")
                .contains("Covered");
        String sent = marta.post(
                        "/tickets",
                        Map.of(
                                "type", "SUPPORT_REQUEST",
                                "severity", "LEVEL_2",
                                "app", app("signpost"),
                                "about.hosting", "CLOUD",
                                "about.licence", "e-3aa-002",
                                "summary", "By link",
                                "description", "words"))
                .location();
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        assertThat(ada.get(sent.replace("/confirmation", "")).body()).contains("named by the app itself");

        marta.get("/tickets/new");
        assertThat(marta.post("/support", Map.of("ctx", token)).body()).contains("This link has been used");
        Visitor jonas = new Visitor(port).signedIn("jonas@nordlicht.example");
        jonas.get("/support?ctx=" + token);
        assertThat(jonas.post("/support", Map.of("ctx", token)).body()).contains("This link has been used");
    }

    @Test
    void whoever_is_not_signed_in_signs_in_first_and_comes_back() throws JOSEException {
        String token = signed(registered("signpost"), claims("signpost").build());
        Visitor nobody = new Visitor(port);
        assertThat(nobody.get("/support?ctx=" + token).location()).startsWith("/sign-in?next=");
    }

    @Test
    void a_link_that_is_not_the_apps_own_is_refused() throws JOSEException {
        ECKey key = registered("signpost");
        ECKey other = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
        assertRefused(signed(other, claims("signpost").build()));
        assertRefused(signed(key, claims("ledger").build()));
        assertRefused(signed(key, claims("nothing").build()));
        assertRefused(new PlainJWT(claims("signpost").build()).serialize());
        SignedJWT secret = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
                claims("signpost").build());
        secret.sign(new MACSigner(key.toPublicJWK().toJSONString()));
        assertRefused(secret.serialize());
        assertRefused("nothing");
        assertRefused("a.b.c");
        assertRefused("x".repeat(5000));
    }

    @Test
    void a_link_that_is_too_old_or_for_others_is_refused() throws JOSEException {
        ECKey key = registered("signpost");
        Instant now = clock.instant();
        assertRefused(
                signed(key, claims("signpost").expirationTime(Date.from(now)).build()));
        assertRefused(signed(
                key,
                claims("signpost")
                        .expirationTime(Date.from(now.plusSeconds(3600)))
                        .build()));
        assertRefused(signed(
                key,
                claims("signpost").issueTime(Date.from(now.plusSeconds(600))).build()));
        assertRefused(signed(key, claims("signpost").expirationTime(null).build()));
        assertRefused(signed(
                key, claims("signpost").audience("https://elsewhere.example").build()));
        assertRefused(signed(key, claims("signpost").jwtID("short").build()));
    }

    @Test
    void a_revoked_key_signs_nothing_and_the_next_one_does() throws JOSEException {
        ECKey old = registered("ledger");
        ECKey next = registered("ledger");
        emil.get("/catalogue/apps/" + app("ledger"));
        emil.post("/catalogue/apps/" + app("ledger") + "/keys/revocation", Map.of("kid", old.getKeyID()));
        assertRefused(signed(old, claims("ledger").build()));
        assertThat(marta.get("/support?ctx=" + signed(next, claims("ledger").build()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_no_public_key_is_refused() throws JOSEException {
        String secret =
                new ECKeyGenerator(Curve.P_256).keyID("secret").generate().toJSONString();
        for (String jwk :
                new String[] {"", "{}", "nothing", secret, "{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"x\"}"}) {
            emil.get("/catalogue");
            assertThat(emil.post("/catalogue/apps/" + app("signpost") + "/keys", Map.of("jwk", jwk))
                            .location())
                    .endsWith("?nokey");
        }
    }
}
