package support.organisation.web;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import support.organisation.app.Domains;
import support.people.MailDomain;

/**
 * A mail domain as it was typed.
 *
 * @param approval whether people wait: they do unless it says no
 */
record DomainForm(@Nullable String domain, @Nullable String approval) {
    /** The domain; an error on its field, and null, when it is none. */
    @Nullable
    MailDomain read(Errors errors) {
        MailDomain read = MailDomain.of(domain == null ? "" : domain).orElse(null);
        if (read == null) {
            errors.rejectValue("domain", "domains.form");
        }
        return read;
    }

    public boolean needsApproval() {
        return !"false".equals(approval);
    }

    static void say(Domains.Answer answer, Errors errors) {
        switch (answer) {
            case MAPPED -> {}
            case TAKEN -> errors.rejectValue("domain", "domains.taken");
            case OPEN_TO_ALL -> errors.rejectValue("domain", "domains.openToAll");
        }
    }
}
