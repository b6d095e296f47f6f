package support.catalog.app;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import support.catalog.App;
import support.catalog.Channel;
import support.catalog.Platform;
import support.catalog.PlatformRelease;
import support.catalog.Release;
import support.catalog.persistence.Apps;
import support.catalog.persistence.CatalogueFiles;
import support.catalog.persistence.Platforms;
import support.catalog.persistence.Releases;

/** Lays a file beside the catalogue. */
@Component
class Comparison {
    private final Apps apps;
    private final Releases releases;
    private final Platforms platforms;

    Comparison(Apps apps, Releases releases, Platforms platforms) {
        this.apps = apps;
        this.releases = releases;
        this.platforms = platforms;
    }

    Trial of(CatalogueFiles.Kept kept) {
        CatalogueFile file = read(kept);
        List<Trial.Change> all = all(kept, file);
        List<Trial.Change> changes = all.stream()
                .filter(change -> !change.after().equals(change.before()))
                .toList();
        boolean elsewhere = all.isEmpty() && file.problems().isEmpty();
        return new Trial(
                changes,
                all.size() - changes.size(),
                elsewhere ? List.of(new Trial.Problem(0, "empty", "")) : file.problems());
    }

    CatalogueFile read(CatalogueFiles.Kept kept) {
        return CatalogueFile.read(
                kept.content(), platforms.all().stream().collect(Collectors.toMap(Platform::key, Platform::id)));
    }

    private List<Trial.Change> all(CatalogueFiles.Kept kept, CatalogueFile file) {
        if (kept.app() != null) {
            return releases(kept.app(), file);
        }
        return kept.platform() != null ? lines(kept.platform(), file) : apps(file);
    }

    /** The apps of a file as they would stand in the catalogue. */
    private Stream<App> merged(CatalogueFile file) {
        Map<String, App> known = known(apps.all(), App::key);
        return file.apps().stream().map(listed -> listed.over(known.get(listed.key())));
    }

    /** Those of a file that the catalogue does not have, or has otherwise. */
    List<App> changed(CatalogueFile file) {
        Set<App> known = Set.copyOf(apps.all());
        return merged(file).filter(app -> !known.contains(app)).toList();
    }

    private List<Trial.Change> apps(CatalogueFile file) {
        Map<String, App> known = known(apps.all(), App::key);
        return merged(file)
                .map(app -> change(app.key(), known.get(app.key()), app, Comparison::words))
                .toList();
    }

    private static String words(App app) {
        String hostings = app.hostings().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
        return app.name() + ", " + app.lifecycle() + "; " + hostings;
    }

    /**
     * The releases of a file as they would stand in the catalogue. The Marketplace calls betas and development releases
     * the same: which one it is stays as an admin has said.
     */
    Stream<Release> merged(long app, CatalogueFile file) {
        Map<String, Release> known = known(releases.of(app), Comparison::name);
        return file.releases().stream().map(release -> {
            Release before = known.get(name(release));
            boolean development =
                    before != null && before.channel() == Channel.DEVELOPMENT && release.channel() == Channel.BETA;
            return development ? release.in(Channel.DEVELOPMENT) : release;
        });
    }

    private List<Trial.Change> releases(long app, CatalogueFile file) {
        Map<String, Release> known = known(releases.of(app), Comparison::name);
        Map<Long, String> names = platforms.all().stream().collect(Collectors.toMap(Platform::id, Platform::name));
        return merged(app, file)
                .map(release -> change(name(release), known.get(name(release)), release, one -> words(one, names)))
                .toList();
    }

    private static String name(Release release) {
        return release.version() + " " + release.hosting();
    }

    private static String words(Release release, Map<Long, String> names) {
        String supports = release.platforms().entrySet().stream()
                .map(one -> names.get(one.getKey()) + " " + one.getValue())
                .sorted()
                .collect(Collectors.joining("; "));
        return release.channel() + ", " + Objects.requireNonNullElse(release.releasedOn(), "–") + ", " + supports;
    }

    private List<Trial.Change> lines(long platform, CatalogueFile file) {
        Map<String, PlatformRelease> known =
                known(platforms.lines(platform), line -> line.versions().text());
        return file.lines().stream()
                .map(line -> {
                    String name = line.versions().text();
                    return change(name, known.get(name), line, Comparison::words);
                })
                .toList();
    }

    private static String words(PlatformRelease line) {
        return Objects.requireNonNullElse(line.releasedOn(), "–") + " → "
                + Objects.requireNonNullElse(line.supportEndsOn(), "–");
    }

    private static <T> Map<String, T> known(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, Function.identity()));
    }

    private static <T> Trial.Change change(String name, @Nullable T before, T after, Function<T, String> words) {
        return new Trial.Change(name, before == null ? null : words.apply(before), words.apply(after));
    }
}
