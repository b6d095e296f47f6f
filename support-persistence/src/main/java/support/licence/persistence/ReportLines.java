package support.licence.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
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
                where (licence.entitlement_number, licence.sen, licence.app_key, licence.hosting, licence.kind,
                        licence.status, licence.tier, licence.starts_on, licence.ends_on, licence.company,
                        licence.technical_contact, licence.billing_contact, licence.partner, licence.report)
                    is distinct from (excluded.entitlement_number, excluded.sen, excluded.app_key, excluded.hosting,
                        excluded.kind, excluded.status, excluded.tier, excluded.starts_on, excluded.ends_on,
                        excluded.company, excluded.technical_contact, excluded.billing_contact, excluded.partner,
                        excluded.report)
                returning xmax = 0 as is_new)
            select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed from put
            """;

    /** Of two that a line could mean the older one, and none where its key is there already. */
    private static final String RENAME = """
            update licence set key = known.key from (
                select distinct on (line.key) l.id, line.key
                from unnest(cast(:others as text[]), cast(:keys as text[]), cast(:apps as text[])) as line (other, key, app_key)
                join licence l on l.key = line.other and l.app_key = line.app_key
                where not exists (select from licence there where there.key = line.key)
                order by line.key, l.id) known
            where licence.id = known.id
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;

    ReportLines(JdbcClient database) {
        this.database = database;
    }

    /**
     * Keeps them. A licence that an export with fewer columns named otherwise stays the same licence.
     *
     * @param lines of which no two have the same key
     */
    @Transactional
    public Taken put(List<ReportLine> lines, Instant at) {
        rename(lines.stream()
                .flatMap(line -> line.otherKeys().stream().map(other -> new Other(other, line)))
                .toList());
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

    private record Other(String key, ReportLine line) {}

    private void rename(List<Other> others) {
        database.sql(RENAME)
                .param("others", column(others, Other::key))
                .param("keys", column(others, other -> other.line.key()))
                .param("apps", column(others, other -> other.line.appKey()))
                .update();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static <T> @Nullable String[] column(List<T> lines, Function<T, @Nullable String> part) {
        return lines.stream().map(part).toArray(String[]::new);
    }
}
