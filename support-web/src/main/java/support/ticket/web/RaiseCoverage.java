package support.ticket.web;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.catalog.Platform;
import support.catalog.persistence.Apps;
import support.catalog.persistence.Platforms;
import support.coverage.Claim;
import support.coverage.Finding;
import support.coverage.Judgement;
import support.coverage.Verdict;
import support.coverage.app.Judge;
import support.licence.Licensee;
import support.licence.persistence.Licences;
import support.people.Viewer;
import support.sla.RequestType;

/** What the page for raising a ticket shows of coverage: what can be chosen, and the verdict. */
@Component
class RaiseCoverage {
    private static final Set<String> WHERE = Set.of(
            "appVersion",
            "platform",
            "about.hostVersion",
            "about.databaseVersion",
            "about.browserVersion",
            "about.licence");

    private final Apps apps;
    private final Platforms platforms;
    private final Licences licences;
    private final Judge judge;

    RaiseCoverage(Apps apps, Platforms platforms, Licences licences, Judge judge) {
        this.apps = apps;
        this.platforms = platforms;
        this.licences = licences;
        this.judge = judge;
    }

    /** An idea is not judged, nor is a form that names no app. */
    Optional<Judgement> judge(RaiseForm form, Viewer viewer, Licensee whose, String network) {
        return form.type() == RequestType.IDEA || form.app() == null
                ? Optional.empty()
                : judge.judge(form.about().claim(form.app(), form.appVersion()), viewer, whose, network);
    }

    /** What was judged, and what one can choose; nothing of it is about others than those whose licences count. */
    void show(RaiseForm form, @Nullable Judgement judgement, Licensee whose, Model model) {
        verdict(judgement, model);
        model.addAttribute(
                "incomplete",
                judgement != null && lacksWords(judgement.verdict()) || form.isOfAnotherApp() || isWrong(model));
        model.addAttribute("where", where(form));
        model.addAttribute("apps", apps.all());
        model.addAttribute("platforms", platforms.all());
        model.addAttribute("licences", licences.own(whose));
        model.addAttribute("appNames", apps.names());
    }

    /** Something could not be checked only because nobody said it. */
    private static boolean lacksWords(Verdict verdict) {
        return verdict.findings(Finding.Effect.DOUBTS).stream()
                .anyMatch(finding -> finding.note().equals("notSaid"));
    }

    /** Something of the part that says where the app runs. */
    private static boolean isWrong(Model model) {
        return model.getAttribute("wrong") instanceof Map<?, ?> wrong
                && wrong.keySet().stream().anyMatch(field -> WHERE.contains(String.valueOf(field)));
    }

    void verdict(@Nullable Judgement judgement, Model model) {
        model.addAttribute("judgement", judgement);
        model.addAttribute("uncovered", judgement != null && judgement.verdict().kind() == Verdict.Kind.NOT_COVERED);
    }

    /** For people: Data Center, Confluence 9.4, PostgreSQL 16, and what else they wrote. */
    String where(RaiseForm form) {
        Stream<String> named = form.about().claim(0, "").platforms().stream().map(this::name);
        return Stream.concat(named, Stream.of(Objects.requireNonNullElse(form.platform(), "")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .reduce((all, part) -> all + ", " + part)
                .orElse("");
    }

    private String name(Claim.Runs runs) {
        return platforms.find(runs.platform()).map(Platform::name).orElse("") + " " + runs.version();
    }
}
