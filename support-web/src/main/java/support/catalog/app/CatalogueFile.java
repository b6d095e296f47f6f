package support.catalog.app;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import support.catalog.Channel;
import support.catalog.Hosting;
import support.catalog.PlatformRelease;
import support.catalog.Release;
import support.catalog.Version;
import support.catalog.VersionRange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file for the catalogue: apps ({@code _embedded.addons}) or versions of one app in the shape of the Marketplace's public interface
 * ({@code _embedded.versions}, each with {@code name}, {@code release}, {@code deployment} and {@code compatibilities}), or the
 * lines of a platform as tables of ends of life have them (an array with {@code cycle}, {@code releaseDate} and {@code eol}).
 *
 * @param problems what could not be read, by its place in the file
 */
record CatalogueFile(
        List<ListedApp> apps, List<Release> releases, List<PlatformRelease> lines, List<Trial.Problem> problems) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SHOWN = 80;
    /** Far more than any vendor has apps, or any app versions. */
    private static final int MOST = 10_000;

    /** @param platforms the numbers of the platforms by their keys */
    static CatalogueFile read(String text, Map<String, Long> platforms) {
        Reading reading = new Reading(platforms);
        try {
            reading.read(JSON.readTree(text));
        } catch (JacksonException noJson) {
            reading.problem("unreadable", "");
        }
        return new CatalogueFile(List.copyOf(reading.apps.values()), reading.releases, reading.lines, reading.problems);
    }

    /** One file, element by element: what cannot be read is written down and left out. */
    private static final class Reading {
        private final Map<String, Long> platforms;
        private final Map<String, ListedApp> apps = new LinkedHashMap<>();
        private final List<Release> releases = new ArrayList<>();
        private final List<PlatformRelease> lines = new ArrayList<>();
        private final List<Trial.Problem> problems = new ArrayList<>();
        private int place;

        Reading(Map<String, Long> platforms) {
            this.platforms = platforms;
        }

        void read(JsonNode file) {
            JsonNode elements = elements(file);
            if (!elements.isArray() || elements.isEmpty()) {
                problem("empty", "");
            }
            for (JsonNode element : elements) {
                place++;
                if (place > MOST) {
                    problem("many", "");
                    return;
                }
                if (element.has("cycle")) {
                    line(element);
                } else if (element.has("key")) {
                    app(element);
                } else {
                    version(element);
                }
            }
        }

        private static JsonNode elements(JsonNode file) {
            JsonNode embedded = file.path("_embedded");
            JsonNode listed = embedded.has("addons") ? embedded.path("addons") : embedded.path("versions");
            return file.isArray() ? file : listed;
        }

        private void problem(String what, String found) {
            problems.add(
                    new Trial.Problem(place, what, found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found));
        }

        /** The first of a key counts: a list names an app once. */
        private void app(JsonNode element) {
            ListedApp listed = ListedApp.read(element).orElse(null);
            if (listed == null) {
                problem("app", element.path("key").asString(""));
            } else if (apps.putIfAbsent(listed.key(), listed) != null) {
                problem("twice", listed.key());
            }
        }

        private void line(JsonNode element) {
            String cycle = element.path("cycle").asString("");
            VersionRange.parse(cycle)
                    .ifPresentOrElse(
                            versions -> lines.add(new PlatformRelease(
                                    versions, day(element.path("releaseDate")), day(element.path("eol")))),
                            () -> problem("version", cycle));
        }

        private void version(JsonNode element) {
            String name = element.path("name").asString("");
            Optional<Version> version = Version.parse(name);
            if (version.isEmpty()) {
                problem("version", name);
                return;
            }
            LocalDate released = day(element.path("release").path("date"));
            boolean beta = element.path("release").path("beta").asBoolean(false)
                    || version.get().isPreRelease();
            for (Hosting hosting : Hosting.values()) {
                if (element.path("deployment").path(ListedApp.named(hosting)).asBoolean(false)) {
                    releases.add(new Release(
                            0,
                            hosting,
                            version.get(),
                            beta ? Channel.BETA : Channel.STABLE,
                            released,
                            supported(element.path("compatibilities"), hosting)));
                }
            }
        }

        private Map<Long, VersionRange> supported(JsonNode compatibilities, Hosting hosting) {
            Map<Long, VersionRange> supported = new TreeMap<>();
            for (JsonNode one : compatibilities) {
                String product = one.path("application").asString("");
                Long platform = platforms.get(product);
                JsonNode span = one.path("hosting").path(ListedApp.named(hosting));
                if (platform == null) {
                    problem("platform", product);
                } else if (span.isObject()) {
                    range(span).ifPresent(range -> supported.put(platform, range));
                }
            }
            return supported;
        }

        private Optional<VersionRange> range(JsonNode span) {
            String min = span.path("min").path("version").asString("");
            String max = span.path("max").path("version").asString("");
            Optional<VersionRange> range = VersionRange.parse(min.equals(max) ? min : min + "-" + max);
            if (range.isEmpty()) {
                problem("range", min + " – " + max);
            }
            return range;
        }

        /** None where it says {@code false}, or nothing. */
        private @Nullable LocalDate day(JsonNode node) {
            String text = node.isString() ? node.asString() : "";
            try {
                return text.isEmpty() ? null : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            } catch (DateTimeParseException noDay) {
                problem("day", text);
                return null;
            }
        }
    }
}
