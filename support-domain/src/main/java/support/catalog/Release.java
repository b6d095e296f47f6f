package support.catalog;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of an app for one hosting.
 *
 * @param platforms by the platform's id, the versions on which it is supported; of a platform that is not named nothing is
 *     known
 */
public record Release(
        long id,
        Hosting hosting,
        Version version,
        Channel channel,
        @Nullable LocalDate releasedOn,
        Map<Long, VersionRange> platforms) {
    public Release {
        platforms = Map.copyOf(platforms);
    }

    /** The same in another channel. */
    public Release in(Channel other) {
        return new Release(id, hosting, version, other, releasedOn, platforms);
    }
}
