package support.access.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.access.Scope;
import support.access.app.Tokens;

/**
 * The form in which one makes a token, as it was sent.
 *
 * @param scopes by the names that the API uses
 */
record TokenForm(
        @Nullable String name,
        @Nullable List<String> scopes,
        @Nullable String days) {
    static final TokenForm BLANK = new TokenForm("", List.of(Scope.TICKETS_READ.text()), "30");

    String title() {
        return Objects.requireNonNullElse(name, "").strip();
    }

    /** Those of them that this person can give. */
    Set<Scope> granted(boolean staff) {
        return Objects.requireNonNullElse(scopes, List.<String>of()).stream()
                .flatMap(text -> Scope.of(text).stream())
                .filter(Scope.offeredTo(staff)::contains)
                .collect(Collectors.toSet());
    }

    Optional<Integer> life() {
        return Tokens.DAYS.stream()
                .filter(known -> Integer.toString(known).equals(days))
                .findFirst();
    }

    void check(boolean staff, BindingResult errors) {
        boolean control = title().codePoints().anyMatch(Character::isISOControl);
        if (title().isEmpty() || title().length() > Tokens.LONGEST_NAME || control) {
            errors.rejectValue("name", "tokens.name.form");
        }
        if (granted(staff).isEmpty()) {
            errors.rejectValue("scopes", "tokens.scopes.empty");
        }
        if (life().isEmpty()) {
            errors.rejectValue("days", "tokens.days.empty");
        }
    }
}
