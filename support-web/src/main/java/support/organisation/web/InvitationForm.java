package support.organisation.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import support.organisation.app.Inviting;
import support.people.MailAddress;
import support.people.Role;

/**
 * Whom somebody invites, as it was typed. What the page did not ask the inviter for counts for nothing.
 *
 * @param manages within an organisation
 * @param role on the desk
 */
record InvitationForm(
        @Nullable String email,
        @Nullable String manages,
        @Nullable String role) {
    static InvitationForm empty() {
        return new InvitationForm("", "false", Role.AGENT.name());
    }

    /** The address; an error on its field, and null, when it is none. */
    @Nullable
    MailAddress address(Errors errors) {
        MailAddress address = MailAddress.of(email == null ? "" : email).orElse(null);
        if (address == null) {
            errors.rejectValue("email", "email.form");
        }
        return address;
    }

    public boolean asManager() {
        return "true".equals(manages);
    }

    /** The role on the desk; an error on its field, and the least of them, when it is none. */
    Role deskRole(Errors errors) {
        Optional<Role> chosen = Stream.of(Role.values())
                .filter(Role::staff)
                .filter(one -> one.name().equals(role))
                .findFirst();
        if (chosen.isEmpty()) {
            errors.rejectValue("role", "invite.role.empty");
        }
        return chosen.orElse(Role.LIGHT_AGENT);
    }

    static void say(Inviting.Answer answer, Errors errors) {
        switch (answer) {
            case SENT -> {}
            case KNOWN -> errors.rejectValue("email", "invite.known");
            case TOO_OFTEN -> errors.rejectValue("email", "link.later");
        }
    }
}
