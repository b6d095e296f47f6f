package support.coverage;

import java.util.List;
import java.util.stream.Stream;

/** Each condition of the vendor's free support, in the order in which they are told: the one list of them. */
public enum ScopeRule {
    NOT_OUR_APP(AppRules::notOurs, false),
    APP_RETIRED(AppRules::retired, true),
    LABS_APP(AppRules::labs, true),
    PRE_RELEASE(AppRules::preRelease, true),
    NO_LICENCE(LicenceRules::none, true),
    LICENCE_EXPIRED(LicenceRules::expired, true),
    EVALUATION_ENDED(LicenceRules::evaluationEnded, true),
    HOSTING_NOT_SUPPORTED(PlatformRules::hosting, true),
    PLATFORM_NOT_SUPPORTED(PlatformRules::notSupported, true),
    PLATFORM_ENDED(PlatformRules::ended, true),
    TRAINING(AppRules::training, false),
    CUSTOMISATION(AppRules::customisation, false);

    /** What makes a rule: it looks at an inquiry and says nothing, or what it found. */
    interface Check {
        Stream<Finding> of(Inquiry asked, ScopeTerms terms);
    }

    private final Check check;
    private final boolean ofOurApps;

    ScopeRule(Check check, boolean ofOurApps) {
        this.check = check;
        this.ofOurApps = ofOurApps;
    }

    /** Of another vendor's app nothing is asked but what it is: no licence or platform would change anything. */
    Stream<Finding> judge(Inquiry asked, ScopeTerms terms) {
        boolean asks =
                terms.inForce().contains(this) && (!ofOurApps || asked.app().ours());
        return asks ? check.of(asked, terms) : Stream.empty();
    }

    Finding refuses(String note, String... evidence) {
        return new Finding(this, Finding.Effect.REFUSES, note, List.of(evidence));
    }

    Finding doubts(String note, String... evidence) {
        return new Finding(this, Finding.Effect.DOUBTS, note, List.of(evidence));
    }

    Finding warns(String note, String... evidence) {
        return new Finding(this, Finding.Effect.WARNS, note, List.of(evidence));
    }
}
