package support.catalog;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An app in the catalogue.
 *
 * @param key its name for machines, never changed
 * @param ours whether the vendor of this desk makes it
 * @param retiresOn the first day on which it is retired, in the vendor's zone; null while none is announced
 */
public record App(
        long id,
        String key,
        String name,
        boolean ours,
        Lifecycle lifecycle,
        @Nullable LocalDate retiresOn,
        Set<Hosting> hostings) {

    public App {
        hostings = Set.copyOf(hostings);
    }

    /** Letters, digits, dots, hyphens and underscores, as the Marketplace has them; at most 200. */
    public static boolean isKey(String text) {
        return text.matches("[A-Za-z0-9._-]{1,200}");
    }

    /** What it is on a day: one that is announced to retire does so by itself. */
    public Lifecycle on(LocalDate day) {
        return retiresOn != null && !day.isBefore(retiresOn) ? Lifecycle.RETIRED : lifecycle;
    }
}
