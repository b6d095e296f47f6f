package support.topic;

import java.time.Instant;

/**
 * A known issue or an idea.
 *
 * @param id 0 for one that has not been kept yet
 * @param affects the versions of the app, in words; empty when nobody said so
 * @param text Markdown, as is the workaround
 * @param workaround empty where none is known
 * @param outcome the version that has it, or the reason, as its stage asks for; else empty
 * @param published customers may read it; else the desk alone
 * @param version counts changes, for noticing that a form is stale
 * @param movedAt since when it is in its stage
 */
public record Topic(
        long id,
        Kind kind,
        long app,
        String title,
        String affects,
        String text,
        String workaround,
        Stage stage,
        String outcome,
        boolean published,
        int version,
        Instant movedAt) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_TEXT = 20_000;

    private static final int IN_SHORT = 1000;

    public enum Kind {
        KNOWN_ISSUE,
        IDEA;

        /** The stage in which it begins. */
        public Stage first() {
            return Stage.of(this).getFirst();
        }
    }

    /** Whether one can still ask to be told of it. */
    public boolean canBeFollowed() {
        return published && !stage.isDone();
    }

    /** As much of the workaround as a letter has room for. */
    public String workaroundInShort() {
        if (workaround.length() <= IN_SHORT) {
            return workaround;
        }
        boolean splits = Character.isHighSurrogate(workaround.charAt(IN_SHORT - 1));
        return workaround.substring(0, splits ? IN_SHORT - 1 : IN_SHORT) + "…";
    }

    /**
     * What became of it.
     *
     * @throws IllegalArgumentException when the stage is of another kind, is where it is already, or lacks what it asks for
     */
    public Topic moved(Stage to, String said, Instant at) {
        boolean asks = to.outcome() != Stage.Outcome.NONE;
        if (to.kind() != kind || to == stage || asks && said.isBlank()) {
            throw new IllegalArgumentException("no way from " + stage + " to " + to);
        }
        return new Topic(
                id, kind, app, title, affects, text, workaround, to, asks ? said.strip() : "", published, version, at);
    }
}
