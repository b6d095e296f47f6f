package support.ticket.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of what was found begins: hits are put in order some at a time, and each lot is named by its first and last
 * number, so that it is the same lot on its next page.
 *
 * @param top the number with which to begin
 * @param last with which the lot ends; null where that is to be seen
 * @param skip hits of the lot that stood on pages before
 */
record SearchPlace(long top, @Nullable Long last, int skip) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,14})(?:-([1-9][0-9]{0,14})\\.([0-9]{1,3}))?");

    static Optional<SearchPlace> parse(String text) {
        Matcher place = FORM.matcher(text);
        if (!place.matches()) {
            return Optional.empty();
        }
        long top = Long.parseLong(place.group(1));
        return Optional.of(
                place.group(2) == null
                        ? new SearchPlace(top, null, 0)
                        : new SearchPlace(top, Long.valueOf(place.group(2)), Integer.parseInt(place.group(3))));
    }

    @Override
    public String toString() {
        return last == null ? "" + top : top + "-" + last + "." + skip;
    }
}
