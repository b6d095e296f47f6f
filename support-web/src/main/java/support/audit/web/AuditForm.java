package support.audit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.util.StringUtils;
import support.audit.Deed;
import support.audit.persistence.AuditFilter;

/**
 * The filters of the audit log as they stand in the address; what is missing filters nothing.
 *
 * @param to the last day that is shown
 * @param before the number of the last entry of the page before
 */
record AuditForm(
        @Nullable Deed deed,
        @Nullable String actor,
        @Nullable String subject,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable Long before) {

    AuditForm {
        actor = words(actor);
        subject = words(subject);
    }

    /** No text in the database holds the character 0, and none could be asked for with it. */
    private static @Nullable String words(@Nullable String typed) {
        return StringUtils.hasText(typed) ? typed.strip().replace("\0", "") : null;
    }

    /** @param zone in which the days begin and end */
    AuditFilter filter(ZoneId zone) {
        return new AuditFilter(
                deed, actor, subject, start(from, zone), to == null ? null : start(to.plusDays(1), zone));
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    public boolean isFiltered() {
        return deed != null || actor != null || subject != null || from != null || to != null;
    }

    /** What an export was asked for; of names and addresses only that some were given. */
    Map<String, String> forTheLog() {
        Map<String, String> asked = new TreeMap<>();
        put(asked, "deed", deed);
        put(asked, "actor", actor == null ? null : "given");
        put(asked, "subject", subject == null ? null : "given");
        put(asked, "from", from);
        put(asked, "to", to);
        return asked;
    }

    private static void put(Map<String, String> asked, String name, @Nullable Object value) {
        if (value != null) {
            asked.put(name, value.toString());
        }
    }
}
