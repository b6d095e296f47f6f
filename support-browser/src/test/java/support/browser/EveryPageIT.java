package support.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page, light and dark, wide and as narrow as a phone: nobody is shut out, nothing scrolls sideways. */
@BrowserTest
class EveryPageIT {
    private static final Map<String, List<String>> PAGES = Map.of(
            "",
                    List.of(
                            "/policy",
                            "/policy?at=nonsense",
                            "/sign-in",
                            "/sign-in?error",
                            "/sign-in?later=5",
                            "/register",
                            "/register?sent",
                            "/password",
                            "/password/used",
                            "/sign-in/link"),
            "marta@nordlicht.example",
                    List.of(
                            "/tickets",
                            "/tickets?show=DONE",
                            "/tickets/new",
                            "/tickets/SUP-0",
                            "/account",
                            "/account/security",
                            "/account/security/code-app",
                            "/account/sessions",
                            "/account/security/data"),
            "lena@maplework.example", List.of("/lane"),
            "ada@desk.example",
                    List.of(
                            "/queue",
                            "/queue?status=CLOSED",
                            "/tickets/SUP-1080",
                            "/tickets/SUP-1003",
                            "/account/security",
                            "/sign-in/again?passkey=wrong"),
            "dana@desk.example", List.of("/report", "/report?month=2035-05", "/report?month=2001-01"),
            "emil@desk.example",
                    List.of("/admin", "/outbox", "/outbox?state=FAILED", "/audit", "/audit?to=2001-01-01"));

    @LocalServerPort
    int port;

    static Stream<Arguments> looks() {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(scheme -> Stream.of(1280, 320).map(width -> Arguments.of(scheme, width)));
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @MethodSource("looks")
    void shuts_nobody_out(ColorScheme scheme, int width) {
        PAGES.forEach((email, paths) -> {
            try (Person person = new Person(port, scheme, width)) {
                if (!email.isEmpty()) {
                    person.signedIn(email);
                }
                for (String path : paths) {
                    person.open(path);
                    person.assertNobodyIsShutOut();
                }
            }
        });
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @MethodSource("looks")
    void shuts_nobody_out_of_a_form_with_errors(ColorScheme scheme, int width) {
        try (Person marta = new Person(port, scheme, width).signedIn("marta@nordlicht.example")) {
            marta.open("/tickets/new");
            marta.press("Send");
            marta.assertNobodyIsShutOut();
        }
    }
}
