package support.publishing.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.calendar.CalendarPlan;
import support.people.Viewer;
import support.publishing.Example;
import support.publishing.Subject;
import support.publishing.app.ClosedDays;
import support.publishing.app.Drafting;
import support.publishing.app.Trial;
import support.sla.Terms;
import support.sla.app.CurrentTerms;

/** Where a lead begins: which terms are in force, which are to come, which are being written. */
@Controller
@RequestMapping("/terms")
class TermsController {
    private final Drafting drafting;
    private final ClosedDays closedDays;
    private final Trial trial;
    private final CurrentTerms terms;

    TermsController(Drafting drafting, ClosedDays closedDays, Trial trial, CurrentTerms terms) {
        this.drafting = drafting;
        this.closedDays = closedDays;
        this.trial = trial;
        this.terms = terms;
    }

    @GetMapping
    String page(Model model) {
        Terms published = terms.published();
        model.addAttribute(
                "calendars",
                published.names().stream()
                        .map(name -> published.newest(name).orElseThrow())
                        .toList());
        model.addAttribute("policy", published.policies().getLast());
        model.addAttribute("drafts", drafting.all());
        List<Example.Outcome> outcomes = trial.outcomes(published);
        model.addAttribute("examples", outcomes.size());
        model.addAttribute(
                "failing", outcomes.stream().filter(outcome -> !outcome.holds()).count());
        model.addAttribute("unsigned", closedDays.unsigned());
        return "publishing/terms";
    }

    /** @param calendar whose draft; empty for that of the policy */
    @PostMapping("/draft-removal")
    String discard(@RequestParam(defaultValue = "") String calendar, @RequestParam int revision) {
        Subject subject = Subject.of(calendar);
        return drafting.discard(subject, revision) ? "redirect:/terms?discarded" : "redirect:/terms?gone";
    }

    /** Only of what there is: a year that calendars know, of a calendar that is published. */
    @PostMapping("/sign-off")
    String signOff(@RequestParam String calendar, @RequestParam int year, Viewer viewer) {
        boolean known = year >= CalendarPlan.FIRST_YEAR && year <= CalendarPlan.LAST_YEAR;
        if (!known || terms.published().newest(calendar).isEmpty()) {
            return "redirect:/terms?gone";
        }
        closedDays.signOff(calendar, year, viewer);
        return "redirect:/terms?signed";
    }
}
