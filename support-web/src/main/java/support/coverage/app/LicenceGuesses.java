package support.coverage.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;
import support.access.app.Limit;
import support.access.app.Limits;
import support.people.Viewer;

/**
 * How often somebody may ask whether a number is known that is not theirs, so that nobody finds the licences of others by
 * trying. The same number asked again, as a form does while one fills it in, counts once.
 */
@Component
class LicenceGuesses {
    private record Asked(long person, String network, String number) {}

    private static final Duration THE_SAME = Duration.ofMinutes(15);

    private final Limits limits;
    private final Cache<Asked, Boolean> lately =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(THE_SAME).build();

    LicenceGuesses(Limits limits) {
        this.limits = limits;
    }

    /** Whether one more may be asked for; counts it. */
    boolean allows(String number, Viewer asker, String network) {
        Asked asked = new Asked(asker.id(), network, number.toUpperCase(Locale.ROOT));
        if (lately.getIfPresent(asked) != null) {
            return true;
        }
        boolean allowed = limits.allows(Limit.LICENCES, Long.toString(asker.id()))
                && limits.allows(Limit.LICENCES_FROM_NETWORK, network);
        if (allowed) {
            lately.put(asked, true);
        }
        return allowed;
    }
}
