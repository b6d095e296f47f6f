package support.site.web;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** How sizes of files read. */
@Component("sizes")
class Sizes {
    private static final long KILO = 1024;

    /** {@code 812 bytes}, {@code 12 KB}, {@code 3.4 MB}. */
    public String text(long bytes) {
        if (bytes < KILO) {
            return bytes + " bytes";
        }
        return bytes < KILO * KILO
                ? (bytes / KILO) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / (KILO * KILO));
    }
}
