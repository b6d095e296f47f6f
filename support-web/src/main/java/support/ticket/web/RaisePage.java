package support.ticket.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import support.coverage.Judgement;
import support.people.Viewer;
import support.sla.Lane;
import support.sla.RequestType;
import support.ticket.Behalf;
import support.ticket.Coverage;
import support.ticket.Request;
import support.topic.web.SimilarTopics;

/** What the page for raising a ticket shows and checks. */
@Component
class RaisePage {
    private final RaiseCoverage coverage;
    private final FilledIn known;
    private final RaiseBehalf behalf;
    private final DueChoices due;
    private final FormFiles files;
    private final SimilarTopics similar;
    private final Clock clock;

    RaisePage(
            RaiseCoverage coverage,
            FilledIn known,
            RaiseBehalf behalf,
            DueChoices due,
            FormFiles files,
            SimilarTopics similar,
            Clock clock) {
        this.coverage = coverage;
        this.known = known;
        this.behalf = behalf;
        this.due = due;
        this.files = files;
        this.similar = similar;
        this.clock = clock;
    }

    /** A fresh form, with whatever the address or kept words already say, and what the desk knows. */
    RaiseForm begun(RaiseForm given, Viewer viewer) {
        return known.of(given.begun(clock.instant()), viewer);
    }

    /** What is known of the app that is chosen now: where it runs, and the verdict on that. */
    void about(RaiseForm form, Viewer viewer, String network, Model model) {
        RaiseForm fresh = known.of(form.about(form.app(), "", CoverageForm.EMPTY), viewer);
        model.addAttribute("form", fresh);
        coverage.show(fresh, judge(fresh, viewer, network), behalf.licensee(fresh, viewer), model);
    }

    /** The errors that no single field shows by itself. */
    void check(RaiseForm form, RaiseWish wish, @Nullable Judgement judged, Viewer viewer, BindingResult errors) {
        if (form.type() != null && form.type() != RequestType.IDEA && form.severity() == null) {
            errors.rejectValue("severity", "raise.severity.empty");
        }
        if (form.isOfAnotherApp() && known.isLeftAsItWas(form, viewer)) {
            errors.rejectValue("app", "raise.app.other");
        }
        boolean judges = form.app() != null && form.type() != null && form.type() != RequestType.IDEA;
        if (judges && judged == null) {
            errors.rejectValue("app", "raise.app.empty");
        }
        if (judged != null && judged.isGuessed()) {
            errors.rejectValue("about.licence", "raise.licence.often");
        }
        if (wish.admission() != null && form.about().objectionText().isEmpty()) {
            errors.rejectValue("about.objection", "raise.objection.empty." + wish.admission());
        }
    }

    /** Files that were sent are kept whatever the errors. */
    void take(RaiseForm form, FilesForm sent, Viewer viewer, BindingResult errors) {
        files.take(sent, form.nonce(), viewer, errors);
    }

    /**
     * Null for an idea, and where no app is named.
     *
     * @param network from which it is asked
     */
    @Nullable
    Judgement judge(RaiseForm form, Viewer viewer, String network) {
        return coverage.judge(form, viewer, behalf.licensee(form, viewer), network)
                .orElse(null);
    }

    String show(RaiseForm form, @Nullable Judgement judged, Viewer viewer, Model model) {
        coverage.show(form, judged, behalf.licensee(form, viewer), model);
        behalf.show(viewer, model);
        model.addAttribute("staged", files.staged(form.nonce(), viewer));
        model.addAttribute("similar", similar.to(form.summary(), form.app(), viewer));
        due(form, viewer, model);
        return "ticket/raise";
    }

    /** The verdict on what is filled in so far. */
    void verdict(RaiseForm form, Viewer viewer, String network, Model model) {
        coverage.verdict(judge(form, viewer, network), model);
    }

    /** The severities with their due times as they are now. */
    void due(RaiseForm form, Viewer viewer, Model model) {
        Instant now = clock.instant();
        RequestType type = form.type() == null ? RequestType.SUPPORT_REQUEST : form.type();
        model.addAttribute("choices", due.at(now, type, viewer));
        model.addAttribute("shownAt", now);
        model.addAttribute("shownLane", DueChoices.lane(viewer));
    }

    /**
     * What the customer asks; empty while something stands in the way. An end customer that is not known yet is asked for
     * its consent by this, once however often the form is sent.
     */
    Optional<Request> request(
            RaiseForm form, RaiseWish wish, @Nullable Judgement judged, Viewer viewer, BindingResult errors) {
        if (errors.hasErrors() || wish.isUndecided(judged)) {
            return Optional.empty();
        }
        Behalf filedFor = behalf.of(form.behalf(), viewer, errors);
        return errors.hasErrors() ? Optional.empty() : Optional.of(request(form, wish, judged, viewer, filedFor));
    }

    private Request request(
            RaiseForm form, RaiseWish wish, @Nullable Judgement judged, Viewer viewer, @Nullable Behalf filedFor) {
        RequestType type = Objects.requireNonNull(form.type());
        var severity = type == RequestType.IDEA ? null : form.severity();
        Coverage stands = wish.coverage(judged);
        return new Request(
                type,
                severity,
                Objects.requireNonNull(form.app()),
                Objects.requireNonNullElse(form.appVersion(), "").strip(),
                where(form),
                Objects.requireNonNull(form.summary()).strip(),
                wish.description(form, stands),
                Objects.requireNonNull(form.nonce()),
                stands.admission().isPromised()
                        ? due.shown(form.shown(), clock.instant(), type, severity, lane(form, viewer))
                        : null,
                stands,
                filedFor);
    }

    /** The one whose times stood on the form. */
    private static Lane lane(RaiseForm form, Viewer viewer) {
        return Objects.requireNonNullElse(form.shownLane(), DueChoices.lane(viewer));
    }

    /** The form was shown to a partner who is none any more: the ticket takes the standard lane. */
    boolean hasLeftLane(RaiseForm form, Viewer viewer) {
        return form.shownLane() == Lane.FAST_LANE && !viewer.activePartner();
    }

    private String where(RaiseForm form) {
        String where = coverage.where(form);
        return where.length() <= Request.LONGEST_DETAIL ? where : where.substring(0, Request.LONGEST_DETAIL);
    }
}
