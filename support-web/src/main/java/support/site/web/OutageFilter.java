package support.site.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Keeps out of the log what fails only because the database is away, at every request and every look of every timer:
 * {@link Outage} says it once. All other failures pass.
 */
@Component
class OutageFilter extends TurboFilter implements InitializingBean, DisposableBean {
    private final Outage outage;

    OutageFilter(Outage outage) {
        this.outage = outage;
    }

    @Override
    public void afterPropertiesSet() {
        log().getTurboFilterList().addFirst(this);
    }

    @Override
    public void destroy() {
        log().getTurboFilterList().remove(this);
    }

    private static LoggerContext log() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable thrown) {
        if (!level.isGreaterOrEqual(Level.WARN)) {
            return FilterReply.NEUTRAL; // asked some thousand times for a page: by whoever might trace something
        }
        Throwable failure = thrown == null ? last(params) : thrown;
        if (failure == null || !DatabaseAway.isReasonFor(failure)) {
            return FilterReply.NEUTRAL;
        }
        outage.noticed(failure);
        return FilterReply.DENY;
    }

    /** The failure that a line with placeholders carries behind their values. */
    private static @Nullable Throwable last(Object @Nullable [] params) {
        return params != null && params.length > 0 && params[params.length - 1] instanceof Throwable failure
                ? failure
                : null;
    }
}
