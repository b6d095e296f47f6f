package support.privacy.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forgets what has served. Each answers how many rows went. */
@Repository
public class Expired {
    /** Whoever has an account can still agree, or think a no over. */
    private static final String UNANSWERED = """
            c.organisation_id is null and c.since < :limit and c.contact not like '%.invalid'
            and not exists (select from person p where lower(p.email) = lower(c.contact))
            """;

    private final JdbcClient database;

    Expired(JdbcClient database) {
        this.database = database;
    }

    /** Letters that were sent, or held for want of a mail server. */
    public int forgetLettersBefore(Instant limit) {
        return delete(
                "delete from letter where state in ('SENT', 'HELD') and coalesce(sent_at, written_at) < :limit", limit);
    }

    public int forgetStagedFilesBefore(Instant limit) {
        return delete("delete from attachment where message_id is null and uploaded_at < :limit", limit);
    }

    public int forgetLinksBefore(Instant limit) {
        return delete("delete from link where expires_at < :limit", limit);
    }

    /** API tokens that ended before then. */
    public int forgetTokensBefore(Instant limit) {
        return delete("delete from api_token where expires_at < :limit", limit);
    }

    /** Answers of the API that were kept for those who ask twice. */
    public int forgetAnswersBefore(Instant limit) {
        return delete("delete from api_answer where made_at < :limit", limit);
    }

    /**
     * End customers who were asked before then, and did not agree: with the letters to them. Where tickets were filed for
     * one the company stays, and its address goes.
     */
    public int forgetUnansweredBefore(Instant limit) {
        delete(
                "delete from letter l using end_customer c where lower(l.recipient) = lower(c.contact)"
                        + " and l.state in ('SENT', 'HELD') and " + UNANSWERED,
                limit);
        int whole = delete(
                "delete from end_customer c where not exists (select from ticket t where t.end_customer_id = c.id) and "
                        + UNANSWERED,
                limit);
        return whole
                + delete(
                        "update end_customer c set contact = 'forgotten-' || c.id || '@forgotten.invalid' where "
                                + UNANSWERED,
                        limit);
    }

    /** Counts of tries that are full again. */
    public int forgetLimitsBefore(Instant limit) {
        return database.sql("delete from bucket where expires_at < :limit")
                .param("limit", limit.toEpochMilli())
                .update();
    }

    private int delete(String sql, Instant limit) {
        return database.sql(sql).param("limit", limit.atOffset(ZoneOffset.UTC)).update();
    }
}
