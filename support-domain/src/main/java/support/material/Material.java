package support.material;

import org.jspecify.annotations.Nullable;

/**
 * Something to read, to look at or to take away, on an app or in a course.
 *
 * @param id 0 for one that has not been kept yet
 * @param app null for material of a course
 * @param course null for material on an app
 */
public record Material(
        long id, @Nullable Long app, @Nullable Long course, Section section, String title, Content content) {
    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_TEXT = 20_000;

    /** @throws IllegalArgumentException when it belongs to both or none of the two, or its section to the other */
    public Material {
        if ((app == null) == (course == null) || (course != null) != (section == Section.COURSE)) {
            throw new IllegalArgumentException("material of " + section + " belongs elsewhere");
        }
    }

    public sealed interface Content {}

    /** Markdown. */
    public record Text(String markdown) implements Content {}

    /** Elsewhere: a video, a page of the documentation. */
    public record Elsewhere(Link link) implements Content {}

    /** @param size in bytes */
    public record File(String name, long size) implements Content {}

    /** {@code TEXT}, {@code LINK} or {@code FILE}. */
    public String form() {
        return switch (content) {
            case Text text -> "TEXT";
            case Elsewhere link -> "LINK";
            case File file -> "FILE";
        };
    }
}
