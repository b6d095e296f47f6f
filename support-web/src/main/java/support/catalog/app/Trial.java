package support.catalog.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file would do to the catalogue.
 *
 * @param unchanged so much of the file stands in the catalogue already
 * @param problems what could not be read
 */
public record Trial(List<Change> changes, int unchanged, List<Problem> problems) {
    /**
     * @param before as it stands in the catalogue, in words; null for what is new
     * @param after as it would stand
     */
    public record Change(String name, @Nullable String before, String after) {}

    /**
     * @param place the number of the element in the file; 0 for the file as a whole
     * @param what the message that says it
     * @param found what stands there, shortened
     */
    public record Problem(int place, String what, String found) {}
}
