package support.catalog.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.catalog.PlatformRelease;
import support.catalog.VersionRange;

/** A line of a platform's releases as an admin writes it down. */
record LineForm(
        @Nullable String version,
        @Nullable String releasedOn,
        @Nullable String supportEndsOn) {
    static final LineForm EMPTY = new LineForm("", "", "");

    /** Empty when there are errors. */
    Optional<PlatformRelease> read(BindingResult errors) {
        VersionRange versions = Entry.parsed(version, VersionRange::parse, "version", errors);
        LocalDate released = Entry.day(releasedOn, "releasedOn", errors);
        LocalDate ends = Entry.day(supportEndsOn, "supportEndsOn", errors);
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new PlatformRelease(Objects.requireNonNull(versions), released, ends));
    }
}
