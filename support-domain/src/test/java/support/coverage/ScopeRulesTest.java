package support.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import support.catalog.App;
import support.catalog.Channel;
import support.catalog.Hosting;
import support.catalog.Lifecycle;
import support.catalog.Platform;
import support.catalog.PlatformRelease;
import support.catalog.Release;
import support.catalog.Version;
import support.catalog.VersionRange;
import support.coverage.LicenceAnswer.Found;
import support.coverage.LicenceAnswer.None;
import support.coverage.LicenceAnswer.Reason;
import support.coverage.LicenceAnswer.Unchecked;
import support.licence.Licence;

/** The conditions of free support as a table: src/test/resources/coverage/scope.csv. */
class ScopeRulesTest {
    private static final Set<Hosting> BOTH = EnumSet.of(Hosting.CLOUD, Hosting.DATA_CENTER);

    private static final Map<String, App> APPS = Map.of(
            "pump", app("pump", true, Lifecycle.ACTIVE, null),
            "leaving", app("leaving", true, Lifecycle.ACTIVE, LocalDate.of(2026, 12, 1)),
            "beacon", app("beacon", true, Lifecycle.LABS, null),
            "oldmill", app("oldmill", true, Lifecycle.RETIRED, null),
            "foreign", app("foreign", false, Lifecycle.ACTIVE, null));

    private static final Map<String, Platform> PLATFORMS = Stream.of(
                    new Platform(1, "confluence", "Confluence", Platform.Kind.HOST),
                    new Platform(2, "jira", "Jira", Platform.Kind.HOST),
                    new Platform(3, "firefox", "Firefox", Platform.Kind.BROWSER),
                    new Platform(4, "postgresql", "PostgreSQL", Platform.Kind.DATABASE))
            .collect(Collectors.toMap(Platform::key, platform -> platform));

    private static final List<PlatformRelease> CONFLUENCE = List.of(
            line("7.4", "2022-07-08"),
            line("9.0", "2027-01-12"),
            line("10", "2026-01-01"),
            line("9.2", "2028-12-10"),
            line("9.4", null));

    private static final Map<Long, VersionRange> ON =
            Map.of(1L, range("8.5.x, 9.0-9.4"), 3L, range("115+"), 4L, range("14-17"));

    private static final List<Release> RELEASES = List.of(
            release(Hosting.DATA_CENTER, "3.2", Channel.STABLE, ON),
            release(Hosting.DATA_CENTER, "2.0", Channel.STABLE, Map.of(2L, range("8.20.x"))),
            release(Hosting.DATA_CENTER, "3.9", Channel.DEVELOPMENT, ON),
            release(Hosting.DATA_CENTER, "4.0", Channel.STABLE, Map.of(1L, range("9.4 and later"))),
            release(Hosting.DATA_CENTER, "4.1.0-beta1", Channel.BETA, ON),
            release(Hosting.DATA_CENTER, "1.0", Channel.STABLE, ON),
            release(Hosting.CLOUD, "1000.1", Channel.STABLE, ON));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/coverage/scope.csv", delimiter = '|', nullValues = "-")
    void each_case_has_its_verdict(
            String name,
            LocalDate day,
            String app,
            Help help,
            @Nullable Hosting hosting,
            @Nullable String version,
            @Nullable String platforms,
            String licence,
            @Nullable String terms,
            Verdict.Kind kind,
            @Nullable String findings) {
        Inquiry asked = new Inquiry(
                day,
                Objects.requireNonNull(APPS.get(app)),
                help,
                hosting,
                version == null ? "" : version,
                RELEASES,
                parts(platforms).map(ScopeRulesTest::use).toList(),
                licence(licence));

        Verdict verdict = Verdict.of(asked, terms(terms));

        assertThat(verdict.findings().stream().map(found -> found.rule() + "." + found.note()))
                .containsExactlyElementsOf(parts(findings).toList());
        assertThat(verdict.kind()).isEqualTo(kind);
    }

    @Test
    void a_finding_carries_what_fills_its_sentence() {
        Inquiry asked = new Inquiry(
                LocalDate.of(2026, 11, 24),
                Objects.requireNonNull(APPS.get("pump")),
                Help.PROBLEM,
                Hosting.DATA_CENTER,
                "3.2",
                RELEASES,
                List.of(use("confluence 9.5")),
                licence("mine to 2026-11-01"));

        assertThat(Verdict.of(asked, ScopeTerms.FIRST).findings(Finding.Effect.REFUSES))
                .extracting(Finding::message, Finding::evidence)
                .containsExactly(
                        tuple("scope.LICENCE_EXPIRED.refusedSince", List.of("SEN-100", "2026-11-01")),
                        tuple(
                                "scope.PLATFORM_NOT_SUPPORTED.refused",
                                List.of("Confluence 9.5", "pump", "3.2", "8.5.x, 9.0-9.4")));
    }

    @Test
    void days_are_no_fewer_than_none_and_no_more_than_a_year() {
        assertThatThrownBy(() -> new ScopeTerms(1, Set.of(), -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScopeTerms(1, Set.of(), 0, 367)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new ScopeTerms(1, Set.of(), 366, 0).graceDays()).isEqualTo(366);
    }

    private static App app(String key, boolean ours, Lifecycle lifecycle, @Nullable LocalDate retiresOn) {
        return new App(1, key, key, ours, lifecycle, retiresOn, BOTH);
    }

    private static PlatformRelease line(String version, @Nullable String ends) {
        return new PlatformRelease(range(version), null, ends == null ? null : LocalDate.parse(ends));
    }

    private static Release release(Hosting hosting, String version, Channel channel, Map<Long, VersionRange> on) {
        return new Release(1, hosting, version(version), channel, null, on);
    }

    private static Version version(String text) {
        return Version.parse(text).orElseThrow();
    }

    private static VersionRange range(String text) {
        return VersionRange.parse(text).orElseThrow();
    }

    private static Stream<String> parts(@Nullable String list) {
        return list == null
                ? Stream.empty()
                : Arrays.stream(list.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static PlatformUse use(String text) {
        String[] words = text.split(" ", 2);
        return new PlatformUse(
                Objects.requireNonNull(PLATFORMS.get(words[0])),
                words.length > 1 ? words[1] : "",
                words[0].equals("confluence") ? CONFLUENCE : List.of());
    }

    private static ScopeTerms terms(@Nullable String change) {
        ScopeTerms first = ScopeTerms.FIRST;
        String[] words = change == null ? new String[] {""} : change.split(" ", 2);
        return switch (words[0]) {
            case "grace" -> new ScopeTerms(1, first.inForce(), Integer.parseInt(words[1]), first.warnDays());
            case "warn" -> new ScopeTerms(1, first.inForce(), first.graceDays(), Integer.parseInt(words[1]));
            case "without" ->
                new ScopeTerms(
                        1,
                        EnumSet.complementOf(EnumSet.of(ScopeRule.valueOf(words[1]))),
                        first.graceDays(),
                        first.warnDays());
            default -> first;
        };
    }

    private static LicenceAnswer licence(String text) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        return switch (words.getFirst()) {
            case "none" -> new None(words.size() > 1 ? words.get(1) : "");
            case "unavailable" -> new Unchecked(Reason.UNAVAILABLE);
            case "often" -> new Unchecked(Reason.ASKED_OFTEN);
            case "nodata" -> new Unchecked(Reason.NO_DATA);
            case "notagreed" -> new Unchecked(Reason.NOT_AGREED);
            default -> new Found(found(words), !words.getFirst().equals("theirs"));
        };
    }

    private static Licence found(List<String> words) {
        String whose = words.getFirst();
        LocalDate from = words.contains("from") ? LocalDate.parse(words.getLast()) : null;
        LocalDate to = words.contains("to") ? LocalDate.parse(words.getLast()) : null;
        Hosting hosting = switch (whose) {
            case "cloud", "leaving", "beacon" -> Hosting.CLOUD;
            case "server" -> Hosting.SERVER;
            default -> Hosting.DATA_CENTER;
        };
        String app = switch (whose) {
            case "mill" -> "oldmill";
            case "leaving", "beacon" -> whose;
            default -> "pump";
        };
        return new Licence(
                1,
                "SEN-100",
                app,
                hosting,
                List.of("trial", "lapsed").contains(whose) ? Licence.Kind.EVALUATION : Licence.Kind.COMMERCIAL,
                List.of("cancelled", "lapsed").contains(whose) ? Licence.Status.CANCELLED : Licence.Status.ACTIVE,
                "50 users",
                from,
                to,
                "Nordlicht Pumps");
    }
}
