package support.ticket.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.site.web.Typed;
import support.ticket.Tag;

/** Tags as somebody typed them, with blanks or commas between. */
public final class TypedTags {
    private TypedTags() {}

    /** Each once; the field is refused when there are too many, or one that is no tag. */
    public static List<Tag> read(@Nullable String typed, int most, String field, BindingResult errors) {
        List<Optional<Tag>> read = Arrays.stream(Typed.line(typed).split("[,\\s]+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .map(Tag::parse)
                .toList();
        if (read.size() > most || read.contains(Optional.<Tag>empty())) {
            errors.rejectValue(field, "macro.tags.wrong");
        }
        return read.stream().flatMap(Optional::stream).distinct().toList();
    }
}
