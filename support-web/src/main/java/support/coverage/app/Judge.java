package support.coverage.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import support.catalog.App;
import support.catalog.Hosting;
import support.catalog.persistence.Apps;
import support.catalog.persistence.Platforms;
import support.catalog.persistence.Releases;
import support.coverage.Claim;
import support.coverage.Inquiry;
import support.coverage.Judgement;
import support.coverage.LicenceAnswer;
import support.coverage.PlatformUse;
import support.coverage.Verdict;
import support.coverage.persistence.ScopeVersions;
import support.licence.Licence;
import support.licence.Licensee;
import support.people.Viewer;
import support.sla.app.CurrentTerms;

/** Judges whether a request is covered, by what the catalogue and the licences say now. */
@Component
public class Judge {
    private final Apps apps;
    private final Releases releases;
    private final Platforms platforms;
    private final LicenceFinder licences;
    private final LicenceGuesses guesses;
    private final ScopeVersions scope;
    private final CurrentTerms terms;

    Judge(
            Apps apps,
            Releases releases,
            Platforms platforms,
            LicenceFinder licences,
            LicenceGuesses guesses,
            ScopeVersions scope,
            CurrentTerms terms) {
        this.apps = apps;
        this.releases = releases;
        this.platforms = platforms;
        this.licences = licences;
        this.guesses = guesses;
        this.scope = scope;
        this.terms = terms;
    }

    /** Today, in the vendor's zone. */
    public LocalDate today() {
        return terms.today();
    }

    /** What the desk asks of somebody's claim, by their own licences; empty when there is no such app. */
    public Optional<Judgement> judge(Claim claim, Viewer asker) {
        return judge(claim, asker, Licensee.of(asker));
    }

    /**
     * The same by the licences of somebody for whom the asker asks.
     *
     * @param whose unknown while a partner asks for an end customer that has not agreed
     */
    public Optional<Judgement> judge(Claim claim, Viewer asker, Licensee whose) {
        return apps.find(claim.app()).map(app -> judge(claim, app, asker, whose, number -> true));
    }

    /**
     * What customers ask themselves, who can try so many numbers of licences only; empty when there is no such app.
     *
     * @param network from which they ask
     */
    public Optional<Judgement> judge(Claim claim, Viewer asker, String network) {
        return judge(claim, asker, Licensee.of(asker), network);
    }

    /** The same by the licences of somebody for whom the asker asks. */
    public Optional<Judgement> judge(Claim claim, Viewer asker, Licensee whose, String network) {
        return apps.find(claim.app())
                .map(app -> judge(claim, app, asker, whose, number -> guesses.allows(number, asker, network)));
    }

    private Judgement judge(Claim claim, App app, Viewer asker, Licensee whose, Predicate<String> mayAsk) {
        LocalDate today = today();
        LicenceAnswer answer = licences.find(claim, app, asker, whose, today, mayAsk);
        Licence licence = answer instanceof LicenceAnswer.Found found ? found.licence() : null;
        boolean own = answer instanceof LicenceAnswer.Found found && found.own();
        Inquiry asked = new Inquiry(
                today,
                app,
                claim.help(),
                hosting(claim, licence, own),
                claim.appVersion(),
                releases.of(app.id()),
                uses(claim),
                answer);
        return new Judgement(claim, Verdict.of(asked, scope.current()), licence, own);
    }

    /** Their own licence says it where they did not. */
    private static @Nullable Hosting hosting(Claim claim, @Nullable Licence licence, boolean own) {
        return claim.hosting() == null && licence != null && own ? licence.hosting() : claim.hosting();
    }

    private List<PlatformUse> uses(Claim claim) {
        return claim.platforms().stream()
                .flatMap(runs -> platforms
                        .find(runs.platform())
                        .map(platform -> new PlatformUse(platform, runs.version(), platforms.lines(platform.id())))
                        .stream())
                .toList();
    }
}
