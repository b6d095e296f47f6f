package support.automation.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.automation.Automation;
import support.ticket.persistence.Asked;
import support.ticket.persistence.MatchingTickets;
import support.ticket.persistence.MatchingTickets.Match;
import support.ticket.persistence.MatchingTickets.Span;

/** Says on which tickets an automation would have acted, and does nothing. */
@Component
public class AutomationRehearsal {
    public static final int DAYS = 30;
    /** So many are named. */
    public static final int MOST = 100;

    private final AutomationQueries queries;
    private final MatchingTickets matching;
    private final JdbcClient database;
    private final Clock clock;

    AutomationRehearsal(AutomationQueries queries, MatchingTickets matching, JdbcClient database, Clock clock) {
        this.queries = queries;
        this.matching = matching;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Tickets of the last {@value #DAYS} days, as they are now, the newest first.
     *
     * @return one more than {@value #MOST} when there are more; empty when what it asks for cannot be read any more
     * @throws QueryTimeoutException when there is too much to look through
     */
    @Transactional(readOnly = true)
    public Optional<List<Match>> of(Automation automation) {
        Instant now = clock.instant();
        database.sql("set local statement_timeout = '5s'").update();
        return queries.asked(automation.query(), now).map(asked -> matches(automation, asked, now));
    }

    private List<Match> matches(Automation automation, Asked asked, Instant now) {
        Span span = new Span(now.minus(Duration.ofDays(DAYS)), AutomationRunner.before(automation, now));
        return automation.trigger().isTimed()
                ? matching.standing(AutomationQueries.DESK, asked, AutomationRunner.stand(automation), span, MOST + 1)
                : matching.happened(
                        AutomationQueries.DESK,
                        asked,
                        Objects.requireNonNull(automation.trigger().event()),
                        span,
                        MOST + 1);
    }
}
