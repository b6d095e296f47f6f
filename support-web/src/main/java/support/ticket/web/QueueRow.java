package support.ticket.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import support.site.web.Times;

/**
 * A line of the queue, in words: all that is shown of it, so that two lines that are equal look the same. Public, so that
 * what the template says of it can be compiled.
 *
 * @param due null when no answer is owed
 * @param why the reason for its place
 * @param level or that it is an idea, which has none
 * @param lane null for the standard lane
 * @param cost what taking it now would cost others; null for the standard lane, and for those who answer nobody
 * @param coverage null where the request is covered, and where nobody judged it
 * @param snoozed that it was set aside, and until when; null where it is not
 * @param turn whether somebody waits for the desk
 * @param version of the ticket, for whoever chooses it
 */
public record QueueRow(
        String number,
        String summary,
        String app,
        List<String> tags,
        String requester,
        String organisation,
        @Nullable Due due,
        String why,
        String level,
        @Nullable String lane,
        @Nullable String cost,
        @Nullable String coverage,
        String status,
        String turn,
        @Nullable String snoozed,
        String assignee,
        int version) {

    /**
     * A due time.
     *
     * @param mark overdue, close or info
     * @param left the business time until then, or since; or that the time rests
     */
    public record Due(Times.Shown at, String mark, String left) {
        /** Late, or little time is left. */
        public boolean presses() {
            return !mark.equals("info");
        }
    }
}
