package support.access.web;

import org.jspecify.annotations.Nullable;

/** Where to go after a form. */
final class Redirects {
    private Redirects() {}

    /** Back to the page one asked for; home when none is known, or when it is not of this desk. */
    static String to(@Nullable String next) {
        return "redirect:" + LocalPath.of(next).orElse("/");
    }
}
