package support.publishing.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.calendar.CalendarPlan;
import support.database.Columns;
import support.publishing.Subject;
import support.sla.Policy;
import support.sla.persistence.TermsJson;

/** What leads write before it is published: one draft of each subject, which all of them share. */
@Repository
public class Drafts {
    /**
     * A draft as it lies here.
     *
     * @param basedOn the newest published version when it was begun; 0 for a calendar that is new
     * @param revision counts its changes
     * @param author who changed it last
     */
    public record Draft(Subject subject, String body, int basedOn, int revision, String author, Instant changedAt) {
        public CalendarPlan plan() {
            return TermsJson.calendar(body).plan();
        }

        /** Without a version of its own: it carries the one that it is based on. */
        public Policy policy() {
            return TermsJson.policy(body).policy(basedOn);
        }
    }

    /** Who works on what. */
    private static final String DRAFTS = """
            select d.*, p.name as author from terms_draft d join person p on p.id = d.changed_by
            """;

    private final JdbcClient database;

    Drafts(JdbcClient database) {
        this.database = database;
    }

    public List<Draft> all() {
        return drafts(database.sql(DRAFTS + " order by d.subject"));
    }

    public Optional<Draft> find(Subject subject) {
        return drafts(database.sql(DRAFTS + " where d.subject = :subject").param("subject", subject.key())).stream()
                .findFirst();
    }

    private static List<Draft> drafts(JdbcClient.StatementSpec query) {
        return query.query((row, n) -> new Draft(
                        Subject.ofKey(row.getString("subject")),
                        row.getString("body"),
                        row.getInt("based_on"),
                        row.getInt("revision"),
                        row.getString("author"),
                        Columns.instant(row, "changed_at")))
                .list();
    }

    /** @return false when there is a draft already */
    public boolean begin(Subject subject, String body, int basedOn, long author, Instant at) {
        return database.sql("""
                        insert into terms_draft (subject, body, based_on, revision, changed_by, changed_at)
                        values (:subject, cast(:body as jsonb), :basedOn, 1, :author, :at) on conflict do nothing
                        """)
                        .param("subject", subject.key())
                        .param("body", body)
                        .param("basedOn", basedOn)
                        .param("author", author)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * @param seen the revision that was changed
     * @param basedOn the newest published version that its author has seen: the draft goes on from there
     * @return false when it has another by now, or is gone
     */
    public boolean change(Subject subject, String body, int seen, int basedOn, long author, Instant at) {
        return database.sql("""
                        update terms_draft set body = cast(:body as jsonb), based_on = :basedOn, revision = revision + 1,
                            changed_by = :author, changed_at = :at where subject = :subject and revision = :seen
                        """)
                        .param("subject", subject.key())
                        .param("body", body)
                        .param("seen", seen)
                        .param("basedOn", basedOn)
                        .param("author", author)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @return false when it has another revision by now, or is gone */
    public boolean remove(Subject subject, int seen) {
        return database.sql("delete from terms_draft where subject = :subject and revision = :seen")
                        .param("subject", subject.key())
                        .param("seen", seen)
                        .update()
                == 1;
    }
}
