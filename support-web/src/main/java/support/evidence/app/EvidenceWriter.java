package support.evidence.app;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Adds entry to entry, each on a line of its own. */
final class EvidenceWriter {
    private final Appendable out;
    private final Chain chain = new Chain();

    EvidenceWriter(Appendable out) {
        this.out = out;
    }

    /** @return its hash */
    String add(Entry entry) {
        return add(EntryJson.write(entry));
    }

    /** @param entry JSON on one line */
    String add(String entry) {
        Link link = new Link(chain.next(entry), entry);
        try {
            out.append(link.toString()).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return link.hash();
    }
}
