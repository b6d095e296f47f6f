package support.evidence.app;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import support.sla.persistence.StoredTerms;
import tools.jackson.databind.JsonNode;

/** What a file of evidence consists of, in this order: a head, all calendars, all policies, tickets, a seal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Head.class, name = "HEAD"),
    @JsonSubTypes.Type(value = Entry.Calendar.class, name = "CALENDAR"),
    @JsonSubTypes.Type(value = Entry.Policy.class, name = "POLICY"),
    @JsonSubTypes.Type(value = Entry.Judged.class, name = "PROMISE"),
    @JsonSubTypes.Type(value = Entry.Seal.class, name = "SEAL")
})
sealed interface Entry {
    /** To be counted up when files are written otherwise. */
    int FORMAT = 3;

    /**
     * @param format of the file
     * @param zone of the desk, in which the month begins and ends
     * @param exportedAt what was open and late by then is missed
     */
    record Head(int format, YearMonth month, ZoneId zone, Instant exportedAt) implements Entry {
        public Head {
            Objects.requireNonNull(month, "month");
            Objects.requireNonNull(zone, "zone");
            Objects.requireNonNull(exportedAt, "exportedAt");
        }
    }

    /** @param body as it was published, with the holidays that were known then */
    record Calendar(int version, String name, Instant effective, JsonNode body) implements Entry {
        static Calendar of(StoredTerms terms) {
            return new Calendar(terms.version(), terms.name(), terms.effective(), EntryJson.tree(terms.body()));
        }

        StoredTerms terms() {
            return new StoredTerms(version, name, effective, body.toString());
        }
    }

    /** @param body as it was published */
    record Policy(int version, Instant effective, JsonNode body) implements Entry {
        static Policy of(StoredTerms terms) {
            return new Policy(terms.version(), terms.effective(), EntryJson.tree(terms.body()));
        }

        StoredTerms terms() {
            return new StoredTerms(version, "", effective, body.toString());
        }
    }

    /**
     * The promises of one ticket, of which at least one is of the month.
     *
     * @param ticket its number
     * @param coverage how it stood to free support, oldest first; says why a promise begins later than the ticket
     * @param steps what a replay needs, oldest first
     * @param promises what came of it
     */
    record Judged(long ticket, List<Stand> coverage, List<Step> steps, List<Outcome> promises) implements Entry {
        public Judged {
            coverage = List.copyOf(coverage);
            steps = List.copyOf(steps);
            promises = List.copyOf(promises);
        }
    }

    /** The last entry. */
    record Seal(long promises) implements Entry {}
}
