package support.access.app;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Counts tries in the database, so that limits hold over all instances and over restarts. */
@Component
public class Limits {
    private final ProxyManager<String> buckets;

    Limits(DataSource database, Clock clock) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("bucket")
                .clientClock(new DeskTime(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /**
     * Counts one try.
     *
     * @return how long to wait before the next try; zero when this one is allowed
     */
    public Duration take(Limit limit, String whom) {
        ConsumptionProbe probe = bucket(limit, whom).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Whether one more is allowed; counts it. */
    public boolean allows(Limit limit, String whom) {
        return take(limit, whom).isZero();
    }

    /** What went well does not count. */
    public void giveBack(Limit limit, String whom) {
        bucket(limit, whom).addTokens(1);
    }

    private BucketProxy bucket(Limit limit, String whom) {
        BucketConfiguration configuration = limit.configuration();
        return buckets.builder().build(limit.name() + ":" + whom.toLowerCase(Locale.ROOT), () -> configuration);
    }

    private record DeskTime(Clock clock) implements TimeMeter {
        private static final long NANOS_A_MILLI = 1_000_000;

        @Override
        public long currentTimeNanos() {
            return clock.millis() * NANOS_A_MILLI;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
