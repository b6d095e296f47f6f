package support.ticket.web;

import org.jspecify.annotations.Nullable;
import support.site.web.Times;

/**
 * A line of a customer's list, in words: all that is shown of it, so that two lines that are equal look the same. Public,
 * so that what the template says of it can be compiled.
 *
 * @param standing what became of the promise that counts
 * @param due its due time; null where there is no promise, and while its time rests
 * @param metric what was promised; null for nothing
 * @param endCustomer for whom a partner raised it; null for nobody
 */
public record ListRow(
        String number,
        String summary,
        String app,
        String status,
        String standing,
        Times.@Nullable Shown due,
        @Nullable String metric,
        String requester,
        @Nullable String endCustomer,
        Times.Shown raised) {}
