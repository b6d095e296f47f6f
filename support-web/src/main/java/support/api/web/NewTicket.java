package support.api.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Request;
import support.ticket.Words;

/**
 * What a program sends to raise a ticket: anything in it may be missing or absurd.
 *
 * @param app the key of an app
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
        String description) {

    /** No NUL, and no half of a character: JSON can write both. */
    static final String STORABLE = "[^\\x00\\p{Cs}]*";

    boolean lacksSeverity() {
        return type != null && type != RequestType.IDEA && severity == null;
    }

    /** The fields have been checked. */
    Request request(long appId) {
        return new Request(
                Objects.requireNonNull(type),
                type == RequestType.IDEA ? null : severity,
                appId,
                Objects.requireNonNullElse(appVersion, "").strip(),
                Objects.requireNonNullElse(platform, "").strip(),
                Objects.requireNonNull(summary).strip(),
                Objects.requireNonNull(description),
                UUID.randomUUID(),
                null);
    }
}
