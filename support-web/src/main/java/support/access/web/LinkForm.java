package support.access.web;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import support.people.MailAddress;

/** An address to send a link to, as it was typed. */
record LinkForm(@Nullable String email) {
    /** The address; an error on its field, and null, when it is none. */
    @Nullable
    MailAddress address(Errors errors) {
        MailAddress address = MailAddress.of(email == null ? "" : email).orElse(null);
        if (address == null) {
            errors.rejectValue("email", "email.form");
        }
        return address;
    }
}
