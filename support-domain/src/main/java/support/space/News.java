package support.space;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor tells its partners.
 *
 * @param id 0 for one that has not been kept yet
 * @param text Markdown
 * @param firstDay on which it is shown: a day in the vendor's zone, as is the last
 * @param lastDay inclusive; null while it is shown until somebody takes it away
 * @param version counts changes, for noticing that a form is stale
 */
public record News(
        long id,
        String title,
        String text,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        int version) {
    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_TEXT = 20_000;

    /** @throws IllegalArgumentException when it would end before it begins */
    public News {
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("ends on " + lastDay + ", before " + firstDay);
        }
    }
}
