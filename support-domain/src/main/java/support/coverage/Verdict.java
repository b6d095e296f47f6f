package support.coverage;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a request is covered.
 *
 * @param scopeVersion of the terms that judged it
 * @param findings in the order of the rules
 */
public record Verdict(Kind kind, int scopeVersion, List<Finding> findings) {
    public enum Kind {
        COVERED,
        NOT_COVERED,
        /** Something could not be checked: the request is let through, marked. */
        UNVERIFIED
    }

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Judges an inquiry by all rules; one that refuses outweighs what could not be checked. */
    public static Verdict of(Inquiry asked, ScopeTerms terms) {
        List<Finding> findings = Stream.of(ScopeRule.values())
                .flatMap(rule -> rule.judge(asked, terms))
                .toList();
        return new Verdict(kind(findings), terms.version(), findings);
    }

    private static Kind kind(List<Finding> findings) {
        if (has(findings, Finding.Effect.REFUSES)) {
            return Kind.NOT_COVERED;
        }
        return has(findings, Finding.Effect.DOUBTS) ? Kind.UNVERIFIED : Kind.COVERED;
    }

    private static boolean has(List<Finding> findings, Finding.Effect effect) {
        return findings.stream().anyMatch(finding -> finding.effect() == effect);
    }

    /** What refuses, or what could not be checked, or what warns. */
    public List<Finding> findings(Finding.Effect effect) {
        return findings.stream().filter(finding -> finding.effect() == effect).toList();
    }
}
