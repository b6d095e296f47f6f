package support.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import support.audit.Deed;
import support.audit.app.Audit;
import support.audit.persistence.AuditTrail;
import support.sla.app.CurrentTerms;

/** The log as a file that others can check. A form is sent for it, since it leaves an entry. */
@Controller
class AuditExportController {
    private final AuditTrail trail;
    private final Audit audit;
    private final CurrentTerms terms;

    AuditExportController(AuditTrail trail, Audit audit, CurrentTerms terms) {
        this.trail = trail;
        this.audit = audit;
        this.terms = terms;
    }

    @PostMapping("/audit/export")
    void export(@ModelAttribute("filter") AuditForm form, Principal admin, HttpServletResponse response)
            throws IOException {
        audit.record(Deed.AUDIT_EXPORTED, Long.valueOf(admin.getName()), "audit", form.forTheLog());
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        new AuditCsv(trail, form.filter(terms.calendar().zone())).writeTo(response.getWriter());
    }
}
