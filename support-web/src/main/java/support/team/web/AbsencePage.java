package support.team.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.sla.app.CurrentTerms;
import support.team.persistence.Teams;

/** The absences of one person, as pages show them. */
@Component("absences")
class AbsencePage {
    private final Teams teams;
    private final CurrentTerms terms;

    AbsencePage(Teams teams, CurrentTerms terms) {
        this.teams = teams;
        this.terms = terms;
    }

    /** In the desk's zone. */
    LocalDate today() {
        return terms.today();
    }

    void show(long person, AbsenceForm form, Model model) {
        model.addAttribute("absences", teams.absences(person, today()));
        model.addAttribute("today", today());
        model.addAttribute("zone", terms.calendar().zone());
        model.addAttribute("form", form);
    }

    /** {@code Fri 27 Nov 2026}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy", LocaleContextHolder.getLocale())
                .format(day);
    }
}
