package support.partner.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import support.coverage.web.ScopeText;
import support.organisation.app.NotThere;
import support.partner.Partner;
import support.partner.RefusedStep;
import support.partner.Standing;
import support.partner.Validity;
import support.partner.app.StalePartner;
import support.partner.persistence.Partners;
import support.people.PartnerKind;
import support.people.persistence.People;
import support.site.web.FormProblems;
import support.sla.app.CurrentTerms;

/** What the pages of a partnership show, and how they answer a step that could not be taken. */
@Component("partnerText")
class PartnerPage {
    private final Partners partners;
    private final People people;
    private final CurrentTerms terms;
    private final FormProblems problems;
    private final MessageSource messages;
    private final ScopeText days;
    private final Clock clock;

    PartnerPage(
            Partners partners,
            People people,
            CurrentTerms terms,
            FormProblems problems,
            MessageSource messages,
            ScopeText days,
            Clock clock) {
        this.partners = partners;
        this.people = people;
        this.terms = terms;
        this.problems = problems;
        this.messages = messages;
        this.days = days;
        this.clock = clock;
    }

    /** In the vendor's zone. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(terms.calendar().zone()));
    }

    /**
     * For the leads: the partner, what can be done to it, and all that happened.
     *
     * @param tried the step that the form was sent for; null when none was
     */
    String one(long organisation, PartnerForm form, Standing.@Nullable Step tried, Model model) {
        Partners.Line line = partners.find(organisation, clock.instant()).orElseThrow(NotThere::new);
        model.addAttribute("steps", line.partner().on(today()).standing().steps());
        model.addAttribute("owners", people.desk());
        model.addAttribute("form", form);
        model.addAttribute("tried", tried);
        show(line, model);
        return "partner/one";
    }

    /** For the organisation itself; it may have no partnership yet. */
    String own(long organisation, PartnerForm form, Model model) {
        model.addAttribute("form", form);
        partners.find(organisation, clock.instant()).ifPresentOrElse(line -> show(line, model), () -> none(model));
        return "partner/own";
    }

    private void show(Partners.Line line, Model model) {
        model.addAttribute("line", line);
        model.addAttribute("partner", line.partner().on(today()));
        model.addAttribute("sentence", sentence(line.partner()));
        model.addAttribute("history", partners.history(line.partner().organisation()));
        common(model);
    }

    private void none(Model model) {
        model.addAttribute("line", null);
        model.addAttribute("partner", null);
        model.addAttribute("sentence", say("partnership.none.sentence"));
        model.addAttribute("history", List.of());
        common(model);
    }

    private void common(Model model) {
        model.addAttribute("kinds", PartnerKind.values());
        model.addAttribute("today", today());
        model.addAttribute("zone", terms.calendar().zone().getId());
    }

    /** The partner as it is today, also where no timer has said so yet. */
    public Partner present(Partner stored) {
        return stored.on(today());
    }

    /** The last part of the path of the door that a step is taken by. */
    public String door(Standing.Step step) {
        return switch (step) {
            case APPLIED -> "application";
            case APPROVED -> "approval";
            case REFUSED -> "refusal";
            case SUSPENDED -> "suspension";
            case RESUMED -> "resumption";
            case PROLONGED -> "prolongation";
            case HANDED_OVER -> "owner";
            case ENDED, RAN_OUT -> "end";
        };
    }

    /** One line of the history. */
    public String entry(Partners.Entry entry, String actor) {
        Validity validity = entry.validity();
        String from = validity == null ? "" : days.day(validity.first());
        String owner = Objects.requireNonNullElse(entry.owner(), say("partner.somebody"));
        return say("partner.step." + entry.step(), actor, say("partner." + entry.kind()), from, until(validity), owner);
    }

    private String until(@Nullable Validity validity) {
        return validity == null || validity.last() == null
                ? say("partner.endless")
                : say("partner.until", days.day(validity.last()));
    }

    /** The state of a partnership in one sentence. */
    public String sentence(Partner stored) {
        Partner partner = stored.on(today());
        String kind = say("partner." + partner.kind());
        Validity validity = partner.validity();
        if (validity == null) {
            return say("partner.sentence." + partner.standing() + ".new", kind);
        }
        String key = "partner.sentence." + partner.standing();
        if (validity.first().isAfter(today())) {
            key += ".later";
        }
        return say(key, kind, days.day(validity.first()), until(validity));
    }

    /** The partner as it is today. */
    Partner partner(long organisation) {
        return partners.find(organisation, clock.instant())
                .orElseThrow(NotThere::new)
                .partner()
                .on(today());
    }

    /** Whether this is somebody of the desk who can look after partners. */
    boolean canOwn(long person) {
        return people.answers(person);
    }

    /** Takes a step, unless there are errors already; what stands against it becomes one. */
    void take(Runnable step, BindingResult errors) {
        if (errors.hasErrors()) {
            return;
        }
        try {
            step.run();
        } catch (RefusedStep refused) {
            errors.reject("partner.refused." + refused.present());
        } catch (StalePartner stale) {
            errors.reject("partner.stale");
        }
    }

    /** For the same page again, with what is wrong: with what was typed, or with the present state. */
    void wrong(BindingResult errors, Model model, HttpServletResponse response) {
        problems.show(errors, model);
        response.setStatus((errors.hasFieldErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT).value());
    }

    private String say(String key, Object... words) {
        return messages.getMessage(key, words, LocaleContextHolder.getLocale());
    }
}
