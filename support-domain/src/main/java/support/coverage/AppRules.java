package support.coverage;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import support.catalog.App;
import support.catalog.Channel;
import support.catalog.Lifecycle;
import support.catalog.Release;

/** What is asked of the app, its release, and the kind of help. */
final class AppRules {
    private AppRules() {}

    static Stream<Finding> notOurs(Inquiry asked, ScopeTerms terms) {
        return asked.app().ours()
                ? Stream.empty()
                : Stream.of(ScopeRule.NOT_OUR_APP.refuses("refused", asked.app().name()));
    }

    static Stream<Finding> retired(Inquiry asked, ScopeTerms terms) {
        App app = asked.app();
        LocalDate day = app.retiresOn();
        if (app.on(asked.today()) == Lifecycle.RETIRED) {
            return Stream.of(
                    day == null
                            ? ScopeRule.APP_RETIRED.refuses("refused", app.name())
                            : ScopeRule.APP_RETIRED.refuses("refusedSince", app.name(), day.toString()));
        }
        return day != null && Days.soon(day, asked.today(), terms)
                ? Stream.of(ScopeRule.APP_RETIRED.warns("soon", app.name(), day.toString()))
                : Stream.empty();
    }

    static Stream<Finding> labs(Inquiry asked, ScopeTerms terms) {
        return asked.app().on(asked.today()) == Lifecycle.LABS
                ? Stream.of(ScopeRule.LABS_APP.refuses("refused", asked.app().name()))
                : Stream.empty();
    }

    /** A milestone is one even when the catalogue does not know it. */
    static Stream<Finding> preRelease(Inquiry asked, ScopeTerms terms) {
        Optional<Release> release = asked.release();
        boolean early = release.map(known -> known.channel() != Channel.STABLE)
                .orElseGet(() ->
                        asked.version().filter(typed -> typed.isPreRelease()).isPresent());
        if (early) {
            return Stream.of(
                    ScopeRule.PRE_RELEASE.refuses("refused", asked.app().name(), asked.appVersion()));
        }
        if (release.isPresent() || asked.inCloud()) {
            return Stream.empty();
        }
        return Stream.of(
                asked.appVersion().isEmpty()
                        ? ScopeRule.PRE_RELEASE.doubts("notSaid", asked.app().name())
                        : ScopeRule.PRE_RELEASE.doubts("unknown", asked.app().name(), asked.appVersion()));
    }

    static Stream<Finding> training(Inquiry asked, ScopeTerms terms) {
        return asked.help() == Help.TRAINING ? Stream.of(ScopeRule.TRAINING.refuses("refused")) : Stream.empty();
    }

    static Stream<Finding> customisation(Inquiry asked, ScopeTerms terms) {
        return asked.help() == Help.CUSTOMISATION
                ? Stream.of(ScopeRule.CUSTOMISATION.refuses("refused"))
                : Stream.empty();
    }
}
