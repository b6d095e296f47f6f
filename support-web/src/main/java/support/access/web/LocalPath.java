package support.access.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths of the desk itself: nothing that a browser could take for the address of another site. */
final class LocalPath {
    /** One slash, then neither a second one nor a backslash; no control characters, which browsers drop; no braces, which stand for variables. */
    private static final Pattern FORM = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7A\\x7C\\x7E]*");

    private LocalPath() {}

    static Optional<String> of(@Nullable String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
