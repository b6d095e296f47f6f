package support.api.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.catalog.Hosting;
import support.coverage.Claim;
import support.coverage.Help;
import support.licence.Licence;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Coverage;
import support.ticket.Request;
import support.ticket.Words;

/**
 * What a program sends to raise a ticket: anything in it may be missing or absurd.
 *
 * @param app the key of an app
 * @param host the key of a host product
 * @param objection why it is covered though the rules say otherwise; with it what is not covered is sent all the same
 */
record NewTicket(
        @NotNull(message = "{raise.type.empty}") @Nullable RequestType type,
        @Nullable Severity severity,
        @NotBlank(message = "{raise.app.empty}") @Nullable String app,

        @Size(max = Request.LONGEST_DETAIL, message = "{raise.appVersion.long}")
        @Pattern(regexp = STORABLE, message = "{api.field.text}")
        @Nullable
        String appVersion,

        @Size(max = Request.LONGEST_DETAIL, message = "{raise.platform.long}")
        @Pattern(regexp = STORABLE, message = "{api.field.text}")
        @Nullable
        String platform,

        @NotBlank(message = "{raise.summary.empty}")
        @Size(max = Request.LONGEST_SUMMARY, message = "{raise.summary.long}")
        @Pattern(regexp = STORABLE, message = "{api.field.text}")
        @Nullable
        String summary,

        @NotBlank(message = "{raise.description.empty}")
        @Size(max = Words.LONGEST, message = "{raise.description.long}")
        @Pattern(regexp = STORABLE, message = "{api.field.text}")
        @Nullable
        String description,

        @Pattern(regexp = "CLOUD|DATA_CENTER|SERVER", message = "{api.field.hosting}") @Nullable
        String hosting,

        @Nullable String host,

        @Size(max = Request.LONGEST_DETAIL, message = "{raise.hostVersion.long}")
        @Pattern(regexp = STORABLE, message = "{api.field.text}")
        @Nullable
        String hostVersion,

        @Size(max = Licence.LONGEST_NUMBER, message = "{raise.licence.long}")
        @Pattern(regexp = STORABLE, message = "{api.field.text}")
        @Nullable
        String licence,

        @Size(max = LONGEST_OBJECTION, message = "{raise.objection.long}")
        @Pattern(regexp = STORABLE, message = "{api.field.text}")
        @Nullable
        String objection) {

    private static final int LONGEST_OBJECTION = 2000;

    /** No NUL, and no half of a character: JSON can write both. */
    static final String STORABLE = "[^\\x00\\p{Cs}]*";

    boolean lacksSeverity() {
        return type != null && type != RequestType.IDEA && severity == null;
    }

    /** What is said of coverage; the fields have been checked. */
    Claim claim(long appId, List<Claim.Runs> platforms) {
        return new Claim(
                appId,
                Help.PROBLEM,
                hosting == null ? null : Hosting.valueOf(hosting),
                Objects.requireNonNullElse(appVersion, "").strip(),
                platforms,
                Objects.requireNonNullElse(licence, "").strip());
    }

    boolean objects() {
        return objection != null && !objection.isBlank();
    }

    /** The customer's words, and below them why it is covered. */
    private String words(Coverage coverage) {
        String words = Objects.requireNonNull(description);
        String all = coverage.admission().isUndecided() ? words + "\n\n---\n\n" + objection : words;
        return all.length() <= Words.LONGEST ? all : words;
    }

    /** The fields have been checked. */
    Request request(long appId, Coverage coverage) {
        return new Request(
                Objects.requireNonNull(type),
                type == RequestType.IDEA ? null : severity,
                appId,
                Objects.requireNonNullElse(appVersion, "").strip(),
                Objects.requireNonNullElse(platform, "").strip(),
                Objects.requireNonNull(summary).strip(),
                words(coverage),
                UUID.randomUUID(),
                null,
                coverage);
    }
}
