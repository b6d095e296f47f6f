package support.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import support.catalog.App;
import support.catalog.Hosting;
import support.catalog.Platform;
import support.catalog.Release;
import support.catalog.Version;

/**
 * What somebody asks, with all that the catalogue and the licences know of it.
 *
 * @param today the day in the vendor's zone
 * @param hosting null when it was not said
 * @param appVersion as it was typed; may be empty or absurd
 * @param releases of the app, for all hostings
 */
public record Inquiry(
        LocalDate today,
        App app,
        Help help,
        @Nullable Hosting hosting,
        String appVersion,
        List<Release> releases,
        List<PlatformUse> platforms,
        LicenceAnswer licence) {

    public Inquiry {
        appVersion = appVersion.strip();
        releases = List.copyOf(releases);
        platforms = List.copyOf(platforms);
    }

    Optional<Version> version() {
        return Version.parse(appVersion);
    }

    Optional<Release> release() {
        return version()
                .flatMap(version -> releases.stream()
                        .filter(release -> release.hosting() == hosting
                                && release.version().equals(version))
                        .findFirst());
    }

    /** The vendor keeps it up to date by itself; nobody has to know the version. */
    boolean inCloud() {
        return hosting == Hosting.CLOUD;
    }

    boolean saysHost() {
        return platforms.stream().anyMatch(use -> use.platform().kind() == Platform.Kind.HOST);
    }
}
