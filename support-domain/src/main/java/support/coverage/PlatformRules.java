package support.coverage;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import support.catalog.Platform;
import support.catalog.PlatformRelease;
import support.catalog.Release;
import support.catalog.Version;
import support.catalog.VersionRange;

/** What is asked of the hosting, the host product, the browser and the database. */
final class PlatformRules {
    private PlatformRules() {}

    static Stream<Finding> hosting(Inquiry asked, ScopeTerms terms) {
        if (asked.hosting() == null) {
            return Stream.of(ScopeRule.HOSTING_NOT_SUPPORTED.doubts(
                    "notSaid", asked.app().name()));
        }
        return asked.app().hostings().contains(asked.hosting())
                ? Stream.empty()
                : Stream.of(ScopeRule.HOSTING_NOT_SUPPORTED.refuses(
                        "refused", asked.app().name(), asked.hosting().name()));
    }

    /** Only of a release that the catalogue knows: of another it is said already that it is not known. */
    static Stream<Finding> notSupported(Inquiry asked, ScopeTerms terms) {
        return asked.release().stream()
                .flatMap(release -> Stream.concat(
                        hostNotSaid(asked),
                        relevant(asked).flatMap(use -> notSupported(use, release, asked).stream())));
    }

    private static Stream<Finding> hostNotSaid(Inquiry asked) {
        return asked.inCloud() || asked.saysHost()
                ? Stream.empty()
                : Stream.of(ScopeRule.PLATFORM_NOT_SUPPORTED.doubts(
                        "notSaid", asked.app().name()));
    }

    private static Optional<Finding> notSupported(PlatformUse use, Release release, Inquiry asked) {
        VersionRange range = release.platforms().get(use.platform().id());
        if (range == null) {
            return Optional.of(ScopeRule.PLATFORM_NOT_SUPPORTED.doubts("unknown", use.name(), asked.appVersion()));
        }
        Optional<Version> version = use.version();
        if (version.isEmpty()) {
            return Optional.of(ScopeRule.PLATFORM_NOT_SUPPORTED.doubts(
                    use.typed().isEmpty() ? "noVersion" : "unreadable",
                    use.platform().name(),
                    use.typed()));
        }
        return range.holds(version.get())
                ? Optional.empty()
                : Optional.of(ScopeRule.PLATFORM_NOT_SUPPORTED.refuses(
                        "refused", use.name(), asked.app().name(), asked.appVersion(), range.text()));
    }

    static Stream<Finding> ended(Inquiry asked, ScopeTerms terms) {
        return relevant(asked)
                .flatMap(use -> use
                        .version()
                        .flatMap(version -> PlatformRelease.of(version, use.lines()))
                        .flatMap(line -> Optional.ofNullable(line.supportEndsOn()))
                        .flatMap(last -> ended(use, last, asked, terms))
                        .stream());
    }

    private static Optional<Finding> ended(PlatformUse use, LocalDate last, Inquiry asked, ScopeTerms terms) {
        if (last.isBefore(asked.today())) {
            return Optional.of(ScopeRule.PLATFORM_ENDED.refuses("refused", use.name(), last.toString()));
        }
        return Days.soon(last, asked.today(), terms)
                ? Optional.of(ScopeRule.PLATFORM_ENDED.warns("soon", use.name(), last.toString()))
                : Optional.empty();
    }

    /** In the Cloud the host product and its database are Atlassian's to keep. */
    private static Stream<PlatformUse> relevant(Inquiry asked) {
        return asked.platforms().stream()
                .filter(use -> !asked.inCloud() || use.platform().kind() == Platform.Kind.BROWSER);
    }
}
