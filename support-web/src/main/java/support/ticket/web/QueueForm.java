package support.ticket.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the queue is asked for, as it stands in the address.
 *
 * @param q a query; null asks for nothing in particular
 * @param add terms to add to it, each in the place of those with the same key; null for none
 * @param after the last line of the page before; null for the first page
 */
record QueueForm(
        @Nullable String q,
        @Nullable List<String> add,
        @Nullable String after) {

    String text() {
        return q == null ? "" : q.strip();
    }

    String added() {
        return add == null ? "" : String.join(" ", add).strip();
    }

    /** The address of the first page of a query. */
    static String address(String query) {
        return UriComponentsBuilder.fromPath("/queue")
                .queryParam("q", "{query}")
                .encode()
                .buildAndExpand(query)
                .toUriString();
    }

    /** The address of the page of a query that starts after a line. */
    static String address(String query, Object cursor) {
        return UriComponentsBuilder.fromPath("/queue")
                .queryParam("q", "{query}")
                .queryParam("after", "{cursor}")
                .encode()
                .buildAndExpand(query, cursor)
                .toUriString();
    }
}
