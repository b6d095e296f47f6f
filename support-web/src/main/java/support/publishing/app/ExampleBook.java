package support.publishing.app;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Viewer;
import support.publishing.Example;
import support.publishing.Subject;
import support.publishing.persistence.Examples;

/** What leads write and strike out as examples. */
@Component
@Transactional
public class ExampleBook {
    private final Examples examples;
    private final Audit audit;

    ExampleBook(Examples examples, Audit audit) {
        this.examples = examples;
        this.audit = audit;
    }

    public void add(Example example, Viewer author) {
        examples.add(example);
        audit.record(Deed.EXAMPLE_ADDED, author.id(), Subject.POLICY.key(), Map.of("shows", example.shows()));
    }

    public void remove(long example, Viewer by) {
        if (examples.remove(example)) {
            audit.record(
                    Deed.EXAMPLE_REMOVED, by.id(), Subject.POLICY.key(), Map.of("example", Long.toString(example)));
        }
    }
}
