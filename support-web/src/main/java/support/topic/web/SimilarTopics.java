package support.topic.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import support.people.Viewer;
import support.site.web.Typed;
import support.topic.persistence.Topics;

/** What is known already of what somebody has typed: a few, of the same app. */
@Component
public class SimilarTopics {
    private static final int MOST = 5;
    private static final int LONGEST = 200;
    private static final int SHORTEST = 3;

    private final Topics topics;

    SimilarTopics(Topics topics) {
        this.topics = topics;
    }

    /** @param app null where none is chosen yet */
    public List<Topics.Line> to(@Nullable String typed, @Nullable Long app, Viewer viewer) {
        String text = Typed.text(typed);
        if (text.length() < SHORTEST) {
            return List.of();
        }
        return topics.similar(app, text.length() > LONGEST ? text.substring(0, LONGEST) : text, viewer, MOST);
    }
}
