package support.topic;

import java.util.Arrays;
import java.util.List;

/** How far a topic has come. The desk moves it to any other of its kind; no date is ever promised. */
public enum Stage {
    CONFIRMED(Topic.Kind.KNOWN_ISSUE, Outcome.NONE),
    SCHEDULED(Topic.Kind.KNOWN_ISSUE, Outcome.NONE),
    FIXED(Topic.Kind.KNOWN_ISSUE, Outcome.VERSION),
    GATHERING(Topic.Kind.IDEA, Outcome.NONE),
    PLANNED(Topic.Kind.IDEA, Outcome.NONE),
    SHIPPED(Topic.Kind.IDEA, Outcome.VERSION),
    DECLINED(Topic.Kind.IDEA, Outcome.REASON);

    /** What has to be said with it. */
    public enum Outcome {
        NONE,
        /** The version of the app that has it. */
        VERSION,
        REASON
    }

    private final Topic.Kind kind;
    private final Outcome outcome;

    Stage(Topic.Kind kind, Outcome outcome) {
        this.kind = kind;
        this.outcome = outcome;
    }

    /** Those of a kind, in the order in which they usually follow each other. */
    public static List<Stage> of(Topic.Kind kind) {
        return Arrays.stream(values()).filter(stage -> stage.kind == kind).toList();
    }

    public Topic.Kind kind() {
        return kind;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Nothing more comes of it: whoever follows it is told, and nobody needs to follow it any more. */
    public boolean isDone() {
        return outcome != Outcome.NONE;
    }
}
