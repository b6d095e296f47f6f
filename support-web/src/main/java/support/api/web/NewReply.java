package support.api.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.ticket.Status;
import support.ticket.Words;

/**
 * What a program sends to reply in public.
 *
 * @param status with which the desk's answer goes on; customers do not choose it
 */
record NewReply(
        @NotBlank(message = "{reply.text.empty}")
        @Size(max = Words.LONGEST, message = "{reply.text.long}")
        @Pattern(regexp = NewTicket.STORABLE, message = "{api.field.text}")
        @Nullable
        String text,

        @Nullable Status status) {
    Words words() {
        return new Words(Objects.requireNonNull(text), UUID.randomUUID());
    }

    Status next() {
        return Objects.requireNonNullElse(status, Status.WAITING_FOR_CUSTOMER);
    }
}
