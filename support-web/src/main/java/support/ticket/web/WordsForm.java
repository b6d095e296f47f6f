package support.ticket.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.site.web.Typed;
import support.ticket.Status;
import support.ticket.Words;
import support.ticket.persistence.TicketDrafts;

/**
 * Something written on a ticket, as it was sent.
 *
 * @param seen the version of the ticket on the page that it was written on
 * @param next the status with which the desk's answer goes on; null from a customer
 * @param newsBy the day by which the desk promises the next news; null or blank for none
 * @param internal anything when it was written as a note: where it is sent to decides, this only leads it back there
 * @param macro by which it was prepared, and which brings along more; null for none
 * @param sure anything when whoever writes has been asked whether it is meant for the customer
 * @param action the button that was pressed; null when there was none to press
 */
record WordsForm(
        @NotBlank(message = "{reply.text.empty}")
        @Size(max = Words.LONGEST, message = "{reply.text.long}")
        @Pattern(regexp = RaiseForm.NO_NUL, message = "{form.nul}")
        @Nullable
        String text,

        @NotNull(message = "{form.nonce.empty}") @Nullable UUID nonce,
        @Nullable Integer seen,
        @Nullable Status next,
        @Nullable String newsBy,
        @Nullable String internal,
        @Nullable Long macro,
        @Nullable String sure,
        @Nullable String action) {

    private static final String NOTE = "true";
    private static final int LONGEST_DAY = 40;

    /** An empty form, or one that kept words have filled in already. */
    WordsForm begun() {
        return nonce == null
                ? new WordsForm(text, UUID.randomUUID(), seen, next, newsBy, internal, macro, sure, action)
                : this;
    }

    static WordsForm empty() {
        return new WordsForm(null, UUID.randomUUID(), null, null, null, null, null, null, null);
    }

    WordsForm asReply() {
        return new WordsForm(text, nonce, seen, next, newsBy, null, macro, sure, action);
    }

    WordsForm asNote() {
        return new WordsForm(text, nonce, seen, next, newsBy, NOTE, null, null, action);
    }

    /** Without what a macro would bring along. */
    WordsForm plain() {
        return new WordsForm(text, nonce, seen, next, newsBy, internal, null, sure, action);
    }

    boolean isNote() {
        return internal != null && !internal.isBlank();
    }

    /** As it was kept for whoever wrote it. */
    static WordsForm of(TicketDrafts.Draft draft) {
        return new WordsForm(
                draft.text(),
                draft.nonce(),
                null,
                draft.next(),
                draft.newsBy(),
                draft.internal() ? NOTE : null,
                draft.macro(),
                null,
                null);
    }

    /** To be kept as it is; right for a text that is not too long. */
    TicketDrafts.Draft draft() {
        String day = Typed.line(newsBy);
        return new TicketDrafts.Draft(
                isNote(),
                Objects.requireNonNullElse(text, "").replace("\0", ""),
                next,
                day.length() > LONGEST_DAY ? "" : day,
                Objects.requireNonNull(nonce),
                seenVersion(),
                macro,
                Instant.EPOCH);
    }

    /** More than can be kept, or with no name of its own. */
    boolean isNoDraft() {
        return nonce == null || text != null && text.length() > Words.LONGEST;
    }

    /** Nothing came with it: neither words nor files that could be staged under it. */
    boolean isBlank() {
        return text == null;
    }

    /** To be looked at, and not sent yet. */
    boolean isPreview() {
        return "preview".equals(action);
    }

    /** To be kept, and not sent yet. */
    boolean isDraft() {
        return "draft".equals(action) || isForMacros() || isPlain();
    }

    /** A macro is to be chosen for it. */
    boolean isForMacros() {
        return "macros".equals(action);
    }

    /** What a macro would bring along is to stay away. */
    boolean isPlain() {
        return "plain".equals(action);
    }

    /** It looks like a note, and nobody has been asked yet whether it is meant for the customer. */
    boolean isDoubtful() {
        return sure == null && words().looksInternal();
    }

    /** The version that was seen; none that a ticket ever has when the form does not say. */
    int seenVersion() {
        return seen == null ? -1 : seen;
    }

    Status nextOr(Status usual) {
        return next == null ? usual : next;
    }

    Words words() {
        return new Words(Objects.requireNonNull(text), Objects.requireNonNull(nonce));
    }
}
