package support.ticket.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.ticket.Forecast;

/** How fast the desk answers, from what it did in the last weeks. */
@Repository
public class AnswerPace {
    private static final Duration SPAN = Duration.ofDays(28);
    /** Whoever answers nothing for longer than that was doing something else, or had gone home. */
    private static final Duration LONGEST = Duration.ofHours(2);
    /** With fewer answers than that the median is chance. */
    private static final int ENOUGH = 20;

    private static final Duration USUAL = Duration.ofMinutes(25);

    private static final String PACE = """
            with answer as (
                select e.actor_id,
                       e.happened_at - lag(e.happened_at) over (partition by e.actor_id order by e.happened_at) as gap
                from ticket_event e join person p on p.id = e.actor_id
                where e.kind = 'DESK_REPLIED' and e.happened_at > :from and e.happened_at <= :now and p.state = 'ACTIVE')
            select count(distinct actor_id) as agents, count(*) filter (where gap <= :longest) as measured,
                   percentile_cont(0.5) within group (order by extract(epoch from gap)) filter (where gap <= :longest) as median
            from answer
            """;

    /** A pace of weeks does not change within minutes, and reading those weeks for each page would take longer than the page. */
    private static final Duration HOLDS = Duration.ofMinutes(10);

    private record Measured(Instant at, Forecast.Capacity capacity) {
        boolean holds(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(HOLDS));
        }
    }

    private final JdbcClient database;
    private volatile @Nullable Measured last;

    AnswerPace(JdbcClient database) {
        this.database = database;
    }

    /**
     * As many people as have answered in the last four weeks, and half of their answers took no longer than that after the
     * one before; one person and 25 minutes where there is nothing to go by. Measured anew after ten minutes.
     */
    public Forecast.Capacity at(Instant now) {
        Measured known = last;
        if (known == null || !known.holds(now)) {
            known = new Measured(now, measure(now));
            last = known;
        }
        return known.capacity();
    }

    private Forecast.Capacity measure(Instant now) {
        return database.sql(PACE.replace(":longest", "interval '" + LONGEST.toMinutes() + " minutes'"))
                .param("from", now.minus(SPAN).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Forecast.Capacity(
                        Math.max(1, row.getInt("agents")),
                        row.getInt("measured") < ENOUGH ? USUAL : minutes(row.getDouble("median"))))
                .single();
    }

    private static Duration minutes(double seconds) {
        return Duration.ofMinutes(Math.max(1, Math.round(seconds / 60)));
    }
}
