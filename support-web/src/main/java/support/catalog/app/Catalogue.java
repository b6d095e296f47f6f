package support.catalog.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.catalog.App;
import support.catalog.Platform;
import support.catalog.PlatformRelease;
import support.catalog.Release;
import support.catalog.persistence.Apps;
import support.catalog.persistence.CatalogueFiles;
import support.catalog.persistence.Platforms;
import support.catalog.persistence.Releases;
import support.people.Viewer;

/** What admins change in the catalogue, by hand or by a file; each change leaves an entry in the audit log. */
@Component
@Transactional
public class Catalogue {
    /**
     * What a file would change.
     *
     * @param before as it stands in the catalogue, in words; null for what is new
     * @param after as it would stand
     */
    public record Change(String name, @Nullable String before, String after) {}

    /** @param unchanged so much of the file stands in the catalogue already */
    public record Trial(List<Change> changes, int unchanged, List<Problem> problems) {}

    /** @param what the message that says it; {@code place} is the number of the element, 0 for the whole file */
    public record Problem(int place, String what, String found) {}

    private final Apps apps;
    private final Releases releases;
    private final Platforms platforms;
    private final CatalogueFiles files;
    private final Audit audit;
    private final Clock clock;

    Catalogue(Apps apps, Releases releases, Platforms platforms, CatalogueFiles files, Audit audit, Clock clock) {
        this.apps = apps;
        this.releases = releases;
        this.platforms = platforms;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    public long put(App app, Viewer by) {
        record(by, "app:" + app.key());
        return apps.put(app);
    }

    public void put(long app, Release release, Viewer by) {
        record(by, "app:" + app);
        releases.put(app, release);
    }

    public void removeRelease(long app, long release, Viewer by) {
        record(by, "app:" + app);
        releases.remove(app, release);
    }

    public long put(String key, String name, Platform.Kind kind, Viewer by) {
        record(by, "platform:" + key);
        return platforms.put(key, name, kind);
    }

    public void put(long platform, PlatformRelease line, Viewer by) {
        record(by, "platform:" + platform);
        platforms.put(platform, line);
    }

    public void removeLine(long platform, String version, Viewer by) {
        record(by, "platform:" + platform);
        platforms.remove(platform, version);
    }

    private void record(Viewer by, String subject) {
        audit.record(Deed.CATALOGUE_CHANGED, by.id(), subject, Map.of());
    }

    /** Keeps a file to be looked at. */
    public UUID keep(String name, String content, @Nullable Long app, @Nullable Long platform, Viewer by) {
        UUID id = UUID.randomUUID();
        files.add(
                new CatalogueFiles.Kept(id, name, content.replace("\0", ""), app, platform), by.id(), clock.instant());
        return id;
    }

    /** What a file would change; nothing of it is changed yet. */
    @Transactional(readOnly = true)
    public Trial look(CatalogueFiles.Kept kept) {
        CatalogueFile file = read(kept);
        List<Change> all =
                Stream.concat(releases(kept, file), lines(kept, file)).toList();
        List<Change> changes = all.stream()
                .filter(change -> !change.after.equals(change.before))
                .toList();
        return new Trial(
                changes,
                all.size() - changes.size(),
                file.problems().stream()
                        .map(problem -> new Problem(problem.place(), problem.what(), problem.found()))
                        .toList());
    }

    private CatalogueFile read(CatalogueFiles.Kept kept) {
        return CatalogueFile.read(
                kept.content(), platforms.all().stream().collect(Collectors.toMap(Platform::key, Platform::id)));
    }

    private Stream<Change> releases(CatalogueFiles.Kept kept, CatalogueFile file) {
        if (kept.app() == null) {
            return Stream.empty();
        }
        Map<String, Release> known =
                releases.of(kept.app()).stream().collect(Collectors.toMap(Catalogue::name, Function.identity()));
        return file.releases().stream()
                .map(release -> new Change(
                        name(release), words(known.get(name(release))), Objects.requireNonNull(words(release))));
    }

    private Stream<Change> lines(CatalogueFiles.Kept kept, CatalogueFile file) {
        if (kept.platform() == null) {
            return Stream.empty();
        }
        Map<String, PlatformRelease> known = platforms.lines(kept.platform()).stream()
                .collect(Collectors.toMap(line -> line.versions().text(), Function.identity()));
        return file.lines().stream()
                .map(line -> new Change(
                        line.versions().text(),
                        words(known.get(line.versions().text())),
                        Objects.requireNonNull(words(line))));
    }

    private static String name(Release release) {
        return release.version() + " " + release.hosting();
    }

    private @Nullable String words(@Nullable Release release) {
        if (release == null) {
            return null;
        }
        Map<Long, String> names = platforms.all().stream().collect(Collectors.toMap(Platform::id, Platform::name));
        String supports = release.platforms().entrySet().stream()
                .map(one -> names.get(one.getKey()) + " " + one.getValue())
                .sorted()
                .collect(Collectors.joining("; "));
        return release.channel() + ", " + Objects.requireNonNullElse(release.releasedOn(), "–") + ", " + supports;
    }

    private static @Nullable String words(@Nullable PlatformRelease line) {
        return line == null
                ? null
                : Objects.requireNonNullElse(line.releasedOn(), "–") + " → "
                        + Objects.requireNonNullElse(line.supportEndsOn(), "–");
    }

    /** Takes a file in that was kept; the same file again changes nothing. */
    public void take(CatalogueFiles.Kept kept, Viewer by) {
        CatalogueFile file = read(kept);
        if (kept.app() != null) {
            file.releases().forEach(release -> releases.put(kept.app(), release));
            record(by, "app:" + kept.app());
        }
        if (kept.platform() != null) {
            file.lines().forEach(line -> platforms.put(kept.platform(), line));
            record(by, "platform:" + kept.platform());
        }
        files.remove(kept.id());
    }
}
