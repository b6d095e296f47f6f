package support.catalog.web;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.catalog.Platform;

/** A platform as an admin writes it down. */
record PlatformForm(
        @Nullable String platformKey,
        @Nullable String platformName,
        @Nullable String kind) {
    /** Right only when there are no errors. */
    Platform read(BindingResult errors) {
        String key = Entry.text(platformKey);
        if (!key.matches("[a-z0-9._-]{1,200}")) {
            errors.rejectValue("platformKey", "catalogue.key.wrong");
        }
        return new Platform(
                0,
                key,
                Entry.name(platformName, "platformName", errors),
                Entry.one(kind, Platform.Kind.class, Platform.Kind.HOST));
    }
}
