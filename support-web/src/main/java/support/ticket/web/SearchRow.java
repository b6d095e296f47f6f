package support.ticket.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import support.query.WordMarks;
import support.site.web.Times;

/**
 * A ticket that was found, in words: all that is shown of it, so that two that are equal look the same. Public, so that what
 * the template says of it can be compiled.
 *
 * @param organisation null for whoever is of it
 * @param source where the words stand, if not in a message; null else
 * @param snippet what stands around the words; empty where they are not in what is said on the ticket
 */
public record SearchRow(
        String number,
        List<WordMarks.Piece> summary,
        String status,
        String app,
        String requester,
        @Nullable String organisation,
        @Nullable String endCustomer,
        Times.Shown raised,
        @Nullable String source,
        List<WordMarks.Piece> snippet) {}
