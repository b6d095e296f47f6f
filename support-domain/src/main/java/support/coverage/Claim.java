package support.coverage;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.catalog.Hosting;

/**
 * What a customer says of the app and of where it runs.
 *
 * @param app its number in the catalogue
 * @param hosting null when it was not said
 * @param appVersion as it was typed; may be empty
 * @param licence the number of a licence as it was typed; may be empty
 * @param link the signed link by which the app itself said so; null where the customer did
 */
public record Claim(
        long app,
        Help help,
        @Nullable Hosting hosting,
        String appVersion,
        List<Runs> platforms,
        String licence,
        @Nullable UUID link) {
    /**
     * @param platform its number in the catalogue
     * @param version as it was typed; may be empty
     */
    public record Runs(long platform, String version) {}

    /** What a customer says, and no app. */
    public Claim(
            long app, Help help, @Nullable Hosting hosting, String appVersion, List<Runs> platforms, String licence) {
        this(app, help, hosting, appVersion, platforms, licence, null);
    }

    public Claim {
        platforms = List.copyOf(platforms);
    }
}
