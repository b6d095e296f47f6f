package support.ticket;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What goes along with an answer beside its words, as a macro has it prepared.
 *
 * @param macro its title
 * @param tags that the ticket gets, where it has them not yet
 * @param assignee who has the ticket from then on; null: it stays whose it is
 */
public record Extras(String macro, List<Tag> tags, @Nullable Long assignee) {
    public Extras {
        tags = List.copyOf(tags);
    }

    /** The tags as one line. */
    public String tagNames() {
        return tags.stream().map(Tag::name).collect(Collectors.joining(", "));
    }
}
