package support.catalog.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private final Apps apps;
    private final Releases releases;
    private final Platforms platforms;
    private final CatalogueFiles files;
    private final Comparison comparison;
    private final Audit audit;
    private final Clock clock;

    Catalogue(
            Apps apps,
            Releases releases,
            Platforms platforms,
            CatalogueFiles files,
            Comparison comparison,
            Audit audit,
            Clock clock) {
        this.apps = apps;
        this.releases = releases;
        this.platforms = platforms;
        this.files = files;
        this.comparison = comparison;
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

    /**
     * Keeps a file to be looked at.
     *
     * @param app whose versions it holds; null for a file of another kind
     * @param platform whose lines it holds; null for a file of another kind: with neither it lists apps
     */
    public UUID keep(String name, String content, @Nullable Long app, @Nullable Long platform, Viewer by) {
        UUID id = UUID.randomUUID();
        files.add(
                new CatalogueFiles.Kept(id, name, content.replace("\0", ""), app, platform), by.id(), clock.instant());
        return id;
    }

    /** What a file would change; nothing of it is changed yet. */
    @Transactional(readOnly = true)
    public Trial look(CatalogueFiles.Kept kept) {
        return comparison.of(kept);
    }

    /** Takes a file in that was kept; the same file again changes nothing. */
    public void take(CatalogueFiles.Kept kept, Viewer by) {
        CatalogueFile file = comparison.read(kept);
        if (kept.app() != null) {
            comparison.merged(kept.app(), file).forEach(release -> releases.put(kept.app(), release));
            record(by, "app:" + kept.app());
        } else if (kept.platform() != null) {
            file.lines().forEach(line -> platforms.put(kept.platform(), line));
            record(by, "platform:" + kept.platform());
        } else {
            takeApps(comparison.changed(file), by);
        }
        files.remove(kept.id());
    }

    private void takeApps(List<App> changed, Viewer by) {
        if (!changed.isEmpty()) {
            audit.record(Deed.CATALOGUE_CHANGED, by.id(), "apps", Map.of("number", Integer.toString(changed.size())));
            changed.forEach(apps::put);
        }
    }
}
