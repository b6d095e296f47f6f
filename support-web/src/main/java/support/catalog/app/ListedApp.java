package support.catalog.app;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import support.catalog.App;
import support.catalog.Hosting;
import support.catalog.Lifecycle;
import tools.jackson.databind.JsonNode;

/**
 * An app in the Marketplace's list: {@code key}, {@code name}, and where it says so {@code status}, or {@code lifecycle},
 * and the {@code deployment} of its newest version.
 *
 * @param lifecycle null where the list does not tell
 * @param hostings none where the list does not tell
 */
record ListedApp(String key, String name, @Nullable Lifecycle lifecycle, Set<Hosting> hostings) {
    private static final int LONGEST = 200;

    /** Empty when it has no key or no name that the catalogue could keep. */
    static Optional<ListedApp> read(JsonNode element) {
        String key = element.path("key").asString("").strip();
        String name = element.path("name").asString("").replace("\0", "").strip();
        return App.isKey(key) && !name.isEmpty() && name.length() <= LONGEST
                ? Optional.of(new ListedApp(key, name, lifecycle(element), hostings(element)))
                : Optional.empty();
    }

    /** Public or private says only who sees it there. */
    private static @Nullable Lifecycle lifecycle(JsonNode element) {
        String said = element.path("lifecycle").asString(element.path("status").asString(""));
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "active" -> Lifecycle.ACTIVE;
            case "labs" -> Lifecycle.LABS;
            case "retired", "archived" -> Lifecycle.RETIRED;
            default -> null;
        };
    }

    private static Set<Hosting> hostings(JsonNode element) {
        JsonNode deployment = element.path("_embedded").path("version").path("deployment");
        Set<Hosting> hostings = EnumSet.noneOf(Hosting.class);
        Arrays.stream(Hosting.values())
                .filter(hosting -> deployment.path(named(hosting)).asBoolean(false))
                .forEach(hostings::add);
        return hostings;
    }

    /** As the Marketplace calls it. */
    static String named(Hosting hosting) {
        return switch (hosting) {
            case CLOUD -> "cloud";
            case DATA_CENTER -> "dataCenter";
            case SERVER -> "server";
        };
    }

    /**
     * The app as it would stand in the catalogue. What the list does not tell stays as it is known; of a new one it is what
     * a vendor would say who brings the list of its own apps.
     *
     * @param known the app with this key; null for a new one
     */
    App over(@Nullable App known) {
        if (known == null) {
            Set<Hosting> usual = hostings.isEmpty() ? EnumSet.of(Hosting.CLOUD, Hosting.DATA_CENTER) : hostings;
            return new App(0, key, name, true, lifecycle == null ? Lifecycle.ACTIVE : lifecycle, null, usual);
        }
        Set<Hosting> all = EnumSet.noneOf(Hosting.class);
        all.addAll(known.hostings());
        all.addAll(hostings);
        return new App(
                known.id(),
                key,
                name,
                known.ours(),
                lifecycle == null ? known.lifecycle() : lifecycle,
                known.retiresOn(),
                all);
    }
}
