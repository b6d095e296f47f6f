package support.coverage;

import java.util.List;

/**
 * What a rule has to say to an inquiry.
 *
 * @param note which of the rule's sentences says it
 * @param evidence what fills the sentence, in its order: names, versions, days as ISO 8601 has them
 */
public record Finding(ScopeRule rule, Effect effect, String note, List<String> evidence) {
    public enum Effect {
        /** The request is not covered. */
        REFUSES,
        /** The rule could not be checked. */
        DOUBTS,
        /** Covered, but not for long. */
        WARNS
    }

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** The message that says it in words. */
    public String message() {
        return "scope." + rule + "." + note;
    }
}
