package support.audit.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import support.audit.app.AuditCheck;
import support.audit.persistence.AuditEntry;
import support.audit.persistence.AuditTrail;
import support.sla.app.CurrentTerms;

/** Who did what, newest first. */
@Controller
class AuditController {
    private static final int PAGE = 50;

    private final AuditTrail trail;
    private final AuditText text;
    private final AuditCheck check;
    private final CurrentTerms terms;

    AuditController(AuditTrail trail, AuditText text, AuditCheck check, CurrentTerms terms) {
        this.trail = trail;
        this.text = text;
        this.check = check;
        this.terms = terms;
    }

    @GetMapping("/audit")
    String list(@ModelAttribute("filter") AuditForm form, Model model) {
        List<AuditEntry> entries = trail.newest(form.filter(terms.calendar().zone()), form.before(), PAGE + 1);
        List<AuditEntry> page = entries.subList(0, Math.min(PAGE, entries.size()));
        model.addAttribute("lines", text.lines(page));
        model.addAttribute("before", entries.size() > PAGE ? page.getLast().id() : null);
        model.addAttribute("deeds", text.choices());
        model.addAttribute("finding", check.latest());
        return "audit/list";
    }

    @PostMapping("/audit/check")
    String check() {
        check.look();
        return "redirect:/audit";
    }
}
