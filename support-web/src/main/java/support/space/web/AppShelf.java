package support.space.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.catalog.App;
import support.catalog.Channel;
import support.catalog.persistence.Apps;
import support.catalog.persistence.Platforms;
import support.catalog.persistence.Releases;
import support.material.Section;
import support.material.persistence.Materials;

/** The vendor's apps with their versions and what there is to read on them. */
@Component
class AppShelf {
    private static final int RELEASES = 20;

    private final Apps apps;
    private final Releases releases;
    private final Platforms platforms;
    private final Materials materials;

    AppShelf(Apps apps, Releases releases, Platforms platforms, Materials materials) {
        this.apps = apps;
        this.releases = releases;
        this.platforms = platforms;
        this.materials = materials;
    }

    List<App> apps() {
        return apps.active();
    }

    /** None that is retired, or another vendor's. */
    Optional<App> find(long id) {
        return apps.active().stream().filter(app -> app.id() == id).findFirst();
    }

    /** The newest versions that were made for everybody. */
    void show(App app, Model model) {
        model.addAttribute("app", app);
        model.addAttribute(
                "releases",
                releases.of(app.id()).stream()
                        .filter(release -> release.channel() == Channel.STABLE)
                        .limit(RELEASES)
                        .toList());
        model.addAttribute("platforms", platforms.all());
        model.addAttribute("sections", Section.ofApps());
        model.addAttribute("materials", materials.onApp(app.id()));
    }
}
