package support.coverage.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.coverage.Claim;
import support.coverage.Finding;
import support.coverage.Judgement;
import support.coverage.Verdict;
import support.database.Columns;
import support.licence.Licence;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was judged of each ticket; what is written here is never changed. */
@Repository
public class Judgements {
    /** @param by null at intake */
    public record Entry(
            Judgement judgement, Instant at, @Nullable String by) {}

    /** The licence and whose it was known to be. */
    private record Shown(Licence licence, boolean own) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final JdbcClient database;

    Judgements(JdbcClient database) {
        this.database = database;
    }

    /** What was judged at intake; a request that arrives twice is judged once. */
    public void addFirst(long ticket, Judgement judgement, Instant at) {
        insert("1", "on conflict do nothing", ticket, judgement, at, null);
    }

    /** What was judged when somebody asked again. */
    public void add(long ticket, Judgement judgement, Instant at, long by) {
        insert(
                "(select coalesce(max(ordinal), 0) + 1 from coverage_judgement where ticket_number = :ticket)",
                "",
                ticket,
                judgement,
                at,
                by);
    }

    private void insert(
            String ordinal, String otherwise, long ticket, Judgement judged, Instant at, @Nullable Long by) {
        database.sql("insert into coverage_judgement values (:ticket, " + ordinal
                        + ", :at, :by, :verdict, :scope, :claim::jsonb, :findings::jsonb, :licence::jsonb) "
                        + otherwise)
                .param("ticket", ticket)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("verdict", judged.verdict().kind().name())
                .param("scope", judged.verdict().scopeVersion())
                .param("claim", JSON.writeValueAsString(judged.claim()))
                .param("findings", JSON.writeValueAsString(judged.verdict().findings()))
                .param(
                        "licence",
                        judged.licence() == null
                                ? null
                                : JSON.writeValueAsString(new Shown(judged.licence(), judged.own())))
                .update();
    }

    /** All of a ticket, the newest first. */
    public List<Entry> of(long ticket) {
        return database.sql("select j.*, p.name from coverage_judgement j left join person p on p.id = j.judged_by"
                        + " where j.ticket_number = :ticket order by j.ordinal desc")
                .param("ticket", ticket)
                .query((row, n) -> entry(row))
                .list();
    }

    /**
     * What somebody said when they last raised what was judged.
     *
     * @param app of this app; null for any
     */
    public Optional<Claim> lastClaim(long requester, @Nullable Long app) {
        return database.sql("""
                        select j.claim from ticket t
                        join coverage_judgement j on j.ticket_number = t.number and j.ordinal = 1
                        where t.requester_id = :requester and (cast(:app as bigint) is null or t.app_id = :app)
                        order by t.number desc limit 1
                        """)
                .param("requester", requester)
                .param("app", app)
                .query((row, n) -> JSON.readValue(row.getString("claim"), Claim.class))
                .optional();
    }

    /** What was judged of each of some tickets, in the order in which it was; of those that were never judged nothing. */
    public Map<Long, List<Verdict>> verdicts(List<Long> tickets) {
        Map<Long, List<Verdict>> verdicts = new HashMap<>();
        database.sql("select ticket_number, verdict, scope_version, findings from coverage_judgement"
                        + " where ticket_number = any (:tickets) order by ticket_number, ordinal")
                .param("tickets", tickets.toArray(Long[]::new))
                .query(row -> {
                    verdicts.computeIfAbsent(row.getLong("ticket_number"), first -> new ArrayList<>())
                            .add(verdict(row));
                });
        return verdicts;
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                Columns.constant(row, "verdict", Verdict.Kind.class),
                row.getInt("scope_version"),
                JSON.readValue(row.getString("findings"), FINDINGS));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Optional<Shown> shown =
                Optional.ofNullable(row.getString("licence")).map(text -> JSON.readValue(text, Shown.class));
        return new Entry(
                new Judgement(
                        JSON.readValue(row.getString("claim"), Claim.class),
                        verdict(row),
                        shown.map(Shown::licence).orElse(null),
                        shown.isPresent() && shown.get().own()),
                Columns.instant(row, "judged_at"),
                row.getString("name"));
    }
}
