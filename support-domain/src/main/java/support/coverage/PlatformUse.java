package support.coverage;

import java.util.List;
import java.util.Optional;
import support.catalog.Platform;
import support.catalog.PlatformRelease;
import support.catalog.Version;

/**
 * A platform on which the asker runs the app.
 *
 * @param typed its version as it was typed; may be empty or absurd
 * @param lines what the catalogue knows of its maker's support
 */
public record PlatformUse(Platform platform, String typed, List<PlatformRelease> lines) {
    public PlatformUse {
        typed = typed.strip();
        lines = List.copyOf(lines);
    }

    Optional<Version> version() {
        return Version.parse(typed);
    }

    /** For people: Confluence 9.4. */
    String name() {
        return (platform.name() + " " + typed).strip();
    }
}
