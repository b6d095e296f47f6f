package support.catalog;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a platform's releases that its maker supports together: 9.12 with all its patches.
 *
 * @param supportEndsOn the last day of its maker's support, in the vendor's zone; null while none is announced
 */
public record PlatformRelease(
        Version version,
        @Nullable LocalDate releasedOn,
        @Nullable LocalDate supportEndsOn) {
    private boolean holds(Version other) {
        int depth = version.numbers().size();
        return version.compareAtDepth(other, depth) == 0;
    }

    /** The line to which a version belongs, the closest where several do; empty when none is known. */
    public static Optional<PlatformRelease> of(Version version, List<PlatformRelease> lines) {
        return lines.stream()
                .filter(line -> line.holds(version))
                .max(Comparator.comparing(line -> line.version.numbers().size()));
    }
}
