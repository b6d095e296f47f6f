package support.coverage;

import org.jspecify.annotations.Nullable;
import support.licence.Licence;

/**
 * What was judged, with the evidence.
 *
 * @param licence as it was then; null where none was found
 * @param own whether the licence was known to be the asker's
 */
public record Judgement(
        Claim claim, Verdict verdict, @Nullable Licence licence, boolean own) {

    /** Whether the licence was not looked up because so many had been tried: then nothing may be promised. */
    public boolean isGuessed() {
        return verdict.findings(Finding.Effect.DOUBTS).stream()
                .anyMatch(finding -> finding.note().equals(LicenceAnswer.Reason.ASKED_OFTEN.name()));
    }
}
