package support.catalog;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a platform's releases that its maker supports together.
 *
 * @param versions those of the line: 9.12 means it with all its patches
 * @param supportEndsOn the last day of its maker's support, in the vendor's zone; null while none is announced
 */
public record PlatformRelease(
        VersionRange versions,
        @Nullable LocalDate releasedOn,
        @Nullable LocalDate supportEndsOn) {

    /** The line to which a version belongs, the narrowest where several do; empty when none is known. */
    public static Optional<PlatformRelease> of(Version version, List<PlatformRelease> lines) {
        return lines.stream()
                .filter(line -> line.versions.holds(version))
                .max(Comparator.comparing(line -> line.versions.depth()));
    }
}
