package support.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import support.catalog.Hosting;

/**
 * What a customer says of the app and of where it runs.
 *
 * @param app its number in the catalogue
 * @param hosting null when it was not said
 * @param appVersion as it was typed; may be empty
 * @param licence the number of a licence as it was typed; may be empty
 */
public record Claim(
        long app, Help help, @Nullable Hosting hosting, String appVersion, List<Runs> platforms, String licence) {
    /**
     * @param platform its number in the catalogue
     * @param version as it was typed; may be empty
     */
    public record Runs(long platform, String version) {}

    public Claim {
        platforms = List.copyOf(platforms);
    }
}
