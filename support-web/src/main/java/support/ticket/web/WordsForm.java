package support.ticket.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.ticket.Status;
import support.ticket.Words;

/**
 * Something written on a ticket, as it was sent.
 *
 * @param seen the version of the ticket on the page that it was written on
 * @param next the status with which the desk's answer goes on; null from a customer
 */
record WordsForm(
        @NotBlank(message = "{reply.text.empty}")
        @Size(max = Words.LONGEST, message = "{reply.text.long}")
        @Pattern(regexp = RaiseForm.NO_NUL, message = "{form.nul}")
        @Nullable
        String text,

        @NotNull(message = "{form.nonce.empty}") @Nullable UUID nonce,
        @Nullable Integer seen,
        @Nullable Status next) {

    /** An empty form, or one that kept words have filled in already. */
    WordsForm begun() {
        return nonce == null ? new WordsForm(text, UUID.randomUUID(), seen, next) : this;
    }

    static WordsForm empty() {
        return new WordsForm(null, UUID.randomUUID(), null, null);
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
