package support.ticket.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.coverage.Claim;
import support.coverage.Help;
import support.sla.Lane;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Request;
import support.ticket.Words;

/**
 * The form in which a customer raises a ticket, as it was sent: anything in it may be missing or absurd.
 *
 * @param shownAt when the due times were worked out that stood on the form
 * @param shownLane the lane whose times those were; null when the form does not say so
 * @param about the app and where it runs, for judging coverage
 * @param behalf for whom a partner's person asks
 * @param nonce names this form, so that it raises one ticket however often it is sent
 */
record RaiseForm(
        @NotNull(message = "{raise.type.empty}") @Nullable RequestType type,
        @NotNull(message = "{raise.app.empty}") @Nullable Long app,

        @Size(max = Request.LONGEST_DETAIL, message = "{raise.appVersion.long}")
        @Pattern(regexp = NO_NUL, message = "{form.nul}")
        @Nullable
        String appVersion,

        @Size(max = Request.LONGEST_DETAIL, message = "{raise.platform.long}")
        @Pattern(regexp = NO_NUL, message = "{form.nul}")
        @Nullable
        String platform,

        @Nullable Severity severity,

        @NotBlank(message = "{raise.summary.empty}")
        @Size(max = Request.LONGEST_SUMMARY, message = "{raise.summary.long}")
        @Pattern(regexp = NO_NUL, message = "{form.nul}")
        @Nullable
        String summary,

        @NotBlank(message = "{raise.description.empty}")
        @Size(max = Words.LONGEST, message = "{raise.description.long}")
        @Pattern(regexp = NO_NUL, message = "{form.nul}")
        @Nullable
        String description,

        @NotNull(message = "{form.nonce.empty}") @Nullable UUID nonce,
        @Nullable String shownAt,
        @Nullable Lane shownLane,
        @Valid CoverageForm about,
        @Valid BehalfForm behalf) {

    static final String NO_NUL = "[^\\x00]*";

    RaiseForm {
        about = about == null ? CoverageForm.EMPTY : about;
        behalf = behalf == null ? BehalfForm.EMPTY : behalf;
    }

    /** The form to begin with, where something of it may be filled in already; most requests are for support. */
    RaiseForm begun(Instant now) {
        return new RaiseForm(
                type == null ? RequestType.SUPPORT_REQUEST : type,
                app,
                appVersion,
                platform,
                severity,
                summary,
                description,
                nonce == null ? UUID.randomUUID() : nonce,
                now.toString(),
                shownLane,
                about,
                behalf);
    }

    /** Whether it says where the app runs, or which version of it. */
    public boolean saysWhere() {
        return about.saysWhere() || appVersion != null && !appVersion.isBlank();
    }

    /** Without script what was filled in for one app stays when another one is chosen. */
    boolean isOfAnotherApp() {
        return type != RequestType.IDEA && app != null && about.of() != null && !app.equals(about.of()) && saysWhere();
    }

    /** Version, hosting and platforms, of whatever app. */
    Claim runsAs() {
        Claim said = about.claim(0, appVersion);
        return new Claim(0, Help.PROBLEM, said.hosting(), said.appVersion(), said.platforms(), "");
    }

    /** The same about another app, or one that runs elsewhere. */
    RaiseForm about(@Nullable Long otherApp, String version, CoverageForm where) {
        return new RaiseForm(
                type,
                otherApp,
                version,
                platform,
                severity,
                summary,
                description,
                nonce,
                shownAt,
                shownLane,
                where,
                behalf);
    }

    /** When the due times on the form were worked out; null when the form does not say so in earnest. */
    @Nullable
    Instant shown() {
        try {
            return shownAt == null ? null : Instant.parse(shownAt);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
