package support.ticket.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import support.catalog.persistence.Apps;
import support.people.Viewer;
import support.sla.RequestType;
import support.ticket.Request;

/** What the page for raising a ticket shows and checks. */
@Component
class RaisePage {
    private final Apps apps;
    private final DueChoices due;
    private final FormFiles files;
    private final Clock clock;

    RaisePage(Apps apps, DueChoices due, FormFiles files, Clock clock) {
        this.apps = apps;
        this.due = due;
        this.files = files;
        this.clock = clock;
    }

    /** A fresh form, with whatever the address or kept words already say. */
    RaiseForm begun(RaiseForm given) {
        return given.begun(clock.instant());
    }

    /** The errors that no single field shows by itself; files that were sent are kept whatever the errors. */
    void check(RaiseForm form, FilesForm sent, Viewer viewer, BindingResult errors) {
        files.take(sent, form.nonce(), viewer, errors);
        if (form.type() != null && form.type() != RequestType.IDEA && form.severity() == null) {
            errors.rejectValue("severity", "raise.severity.empty");
        }
        if (form.app() != null && apps.active().stream().noneMatch(app -> app.id() == form.app())) {
            errors.rejectValue("app", "raise.app.empty");
        }
    }

    String show(RaiseForm form, Viewer viewer, Model model) {
        model.addAttribute("apps", apps.active());
        model.addAttribute("staged", files.staged(form.nonce(), viewer));
        due(form, viewer, model);
        return "ticket/raise";
    }

    /** The severities with their due times as they are now. */
    void due(RaiseForm form, Viewer viewer, Model model) {
        Instant now = clock.instant();
        RequestType type = form.type() == null ? RequestType.SUPPORT_REQUEST : form.type();
        model.addAttribute("choices", due.at(now, type, viewer));
        model.addAttribute("shownAt", now);
    }

    /** What the customer asks; the form has no errors. */
    Request request(RaiseForm form, Viewer viewer) {
        RequestType type = Objects.requireNonNull(form.type());
        var severity = type == RequestType.IDEA ? null : form.severity();
        return new Request(
                type,
                severity,
                Objects.requireNonNull(form.app()),
                Objects.requireNonNullElse(form.appVersion(), "").strip(),
                Objects.requireNonNullElse(form.platform(), "").strip(),
                Objects.requireNonNull(form.summary()).strip(),
                Objects.requireNonNull(form.description()),
                Objects.requireNonNull(form.nonce()),
                due.shown(form.shown(), clock.instant(), type, severity, viewer));
    }
}
