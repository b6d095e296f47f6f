package support.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import support.access.app.Passwords;

/**
 * A new password, as it was typed.
 *
 * @param current the present one, where somebody changes it who has one
 */
record PasswordForm(@Nullable String current, @Nullable String password) {
    /**
     * The password, with errors on its field when it will not do.
     *
     * @param about what others know of the person
     */
    String password(List<String> about, Passwords passwords, Errors errors) {
        String typed = password == null ? "" : password;
        passwords.problem(typed, about).ifPresent(problem -> errors.rejectValue("password", problem));
        return typed;
    }
}
