package support.ticket.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import support.sla.Severity;
import support.ticket.Part;
import support.ticket.Request;

/**
 * What of a conversation is to become a ticket of its own. Public, so that what the template says of it can be compiled.
 *
 * @param message the numbers of what moves
 * @param seen the version of the ticket on the page
 */
public record SplitForm(
        @NotBlank(message = "{split.summary.empty}")
        @Size(max = Request.LONGEST_SUMMARY, message = "{raise.summary.long}")
        @Pattern(regexp = RaiseForm.NO_NUL, message = "{form.nul}")
        @Nullable
        String summary,

        @Nullable Severity severity,
        @Nullable List<@Nullable Long> message,
        @Nullable Integer seen) {

    static SplitForm of(@Nullable Severity severity) {
        return new SplitForm(null, severity, null, null);
    }

    public boolean moves(long id) {
        return chosen().contains(id);
    }

    Set<Long> chosen() {
        return message == null
                ? Set.of()
                : Set.copyOf(message.stream().filter(Objects::nonNull).toList());
    }

    Part part() {
        return new Part(Objects.requireNonNull(summary).strip(), severity, chosen());
    }

    int seenVersion() {
        return seen == null ? -1 : seen;
    }
}
