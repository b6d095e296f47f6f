package support.licence.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.licence.ReportLine;
import tools.jackson.databind.json.JsonMapper;

/** Takes lines of licence reports in, many at a time; the same line again changes nothing. */
@Repository
public class ReportLines {
    /** The lines that were not there before, or otherwise. */
    public record Taken(int added, int changed) {}

    private static final String PUT = """
            with put as (
                insert into licence (key, entitlement_number, sen, app_key, hosting, kind, status, tier, starts_on, ends_on,
                    company, technical_contact, billing_contact, partner, report, imported_at)
                select key, entitlement_number, sen, app_key, hosting, kind, status, tier, cast(starts_on as date),
                    cast(ends_on as date), company, technical_contact, billing_contact, partner, cast(report as jsonb), :at
                from unnest(cast(:keys as text[]), cast(:entitlements as text[]), cast(:sens as text[]),
                    cast(:apps as text[]), cast(:hostings as text[]), cast(:kinds as text[]), cast(:statuses as text[]),
                    cast(:tiers as text[]), cast(:starts as text[]), cast(:ends as text[]), cast(:companies as text[]),
                    cast(:technicals as text[]), cast(:billings as text[]), cast(:partners as text[]),
                    cast(:reports as text[]))
                    as line (key, entitlement_number, sen, app_key, hosting, kind, status, tier, starts_on, ends_on, company,
                        technical_contact, billing_contact, partner, report)
                on conflict (key) do update set entitlement_number = excluded.entitlement_number, sen = excluded.sen,
                    app_key = excluded.app_key, hosting = excluded.hosting, kind = excluded.kind, status = excluded.status,
                    tier = excluded.tier, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
                    company = excluded.company, technical_contact = excluded.technical_contact,
                    billing_contact = excluded.billing_contact, partner = excluded.partner, report = excluded.report,
                    imported_at = excluded.imported_at
                where licence.report is distinct from excluded.report
                returning xmax = 0 as is_new)
            select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed from put
            """;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;

    ReportLines(JdbcClient database) {
        this.database = database;
    }

    /** @param lines of which no two have the same key */
    public Taken put(List<ReportLine> lines, Instant at) {
        return database.sql(PUT)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("keys", column(lines, ReportLine::key))
                .param("entitlements", column(lines, ReportLine::entitlementNumber))
                .param("sens", column(lines, ReportLine::sen))
                .param("apps", column(lines, ReportLine::appKey))
                .param("hostings", column(lines, line -> line.hosting().name()))
                .param("kinds", column(lines, line -> line.kind().name()))
                .param("statuses", column(lines, line -> line.status().name()))
                .param("tiers", column(lines, ReportLine::tier))
                .param("starts", column(lines, line -> day(line.startsOn())))
                .param("ends", column(lines, line -> day(line.endsOn())))
                .param("companies", column(lines, ReportLine::company))
                .param("technicals", column(lines, ReportLine::technicalContact))
                .param("billings", column(lines, ReportLine::billingContact))
                .param("partners", column(lines, ReportLine::partner))
                .param("reports", column(lines, line -> JSON.writeValueAsString(line.columns())))
                .query((row, n) -> new Taken(row.getInt("added"), row.getInt("changed")))
                .single();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String[] column(List<ReportLine> lines, Function<ReportLine, @Nullable String> part) {
        return lines.stream().map(part).toArray(String[]::new);
    }
}
