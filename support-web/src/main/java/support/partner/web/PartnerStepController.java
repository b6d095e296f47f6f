package support.partner.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import support.partner.Standing;
import support.partner.Validity;
import support.partner.app.PartnerDesk;
import support.people.PartnerKind;
import support.people.Viewer;

/** What the leads do about a partner: each step has a door of its own. */
@Controller
@RequestMapping("/partners/{id}")
class PartnerStepController {
    private final PartnerPage page;
    private final PartnerDesk desk;

    PartnerStepController(PartnerPage page, PartnerDesk desk) {
        this.page = page;
        this.desk = desk;
    }

    @PostMapping("/approval")
    String approve(
            @PathVariable long id,
            @ModelAttribute("form") PartnerForm form,
            BindingResult errors,
            Viewer lead,
            Model model,
            HttpServletResponse response) {
        Optional<PartnerKind> kind = form.readKind(errors);
        Validity days = form.readDays(page.today(), errors);
        page.take(
                () -> desk.approve(id, form.readSeen(), kind.orElseThrow(), Objects.requireNonNull(days), lead),
                errors);
        return answer(id, Standing.Step.APPROVED, form, errors, model, response);
    }

    @PostMapping("/refusal")
    String refuse(
            @PathVariable long id,
            @ModelAttribute("form") PartnerForm form,
            BindingResult errors,
            Viewer lead,
            Model model,
            HttpServletResponse response) {
        String reason = form.readWords("partner.reason.empty", errors);
        page.take(() -> desk.refuse(id, form.readSeen(), reason, lead), errors);
        return answer(id, Standing.Step.REFUSED, form, errors, model, response);
    }

    @PostMapping("/suspension")
    String suspend(
            @PathVariable long id,
            @ModelAttribute("form") PartnerForm form,
            BindingResult errors,
            Viewer lead,
            Model model,
            HttpServletResponse response) {
        String reason = form.readWords("partner.reason.empty", errors);
        page.take(() -> desk.suspend(id, form.readSeen(), reason, lead), errors);
        return answer(id, Standing.Step.SUSPENDED, form, errors, model, response);
    }

    @PostMapping("/resumption")
    String resume(
            @PathVariable long id,
            @ModelAttribute("form") PartnerForm form,
            BindingResult errors,
            Viewer lead,
            Model model,
            HttpServletResponse response) {
        page.take(() -> desk.resume(id, form.readSeen(), lead), errors);
        return answer(id, Standing.Step.RESUMED, form, errors, model, response);
    }

    @PostMapping("/prolongation")
    String prolong(
            @PathVariable long id,
            @ModelAttribute("form") PartnerForm form,
            BindingResult errors,
            Viewer lead,
            Model model,
            HttpServletResponse response) {
        Validity known = page.partner(id).validity();
        LocalDate last = form.readLast(known == null ? null : known.first(), page.today(), errors);
        page.take(() -> desk.prolong(id, form.readSeen(), last, lead), errors);
        return answer(id, Standing.Step.PROLONGED, form, errors, model, response);
    }

    @PostMapping("/owner")
    String handOver(
            @PathVariable long id,
            @ModelAttribute("form") PartnerForm form,
            BindingResult errors,
            Viewer lead,
            Model model,
            HttpServletResponse response) {
        if (!page.canOwn(form.readOwner())) {
            errors.rejectValue("owner", "partner.owner.wrong");
        }
        page.take(() -> desk.handOver(id, form.readSeen(), form.readOwner(), lead), errors);
        return answer(id, Standing.Step.HANDED_OVER, form, errors, model, response);
    }

    @PostMapping("/end")
    String end(
            @PathVariable long id,
            @ModelAttribute("form") PartnerForm form,
            BindingResult errors,
            Viewer lead,
            Model model,
            HttpServletResponse response) {
        String reason = form.readWords("partner.reason.empty", errors);
        page.take(() -> desk.end(id, form.readSeen(), reason, lead), errors);
        return answer(id, Standing.Step.ENDED, form, errors, model, response);
    }

    private String answer(
            long id,
            Standing.Step step,
            PartnerForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            return "redirect:/partners/" + id;
        }
        page.wrong(errors, model, response);
        return page.one(id, form, step, model);
    }
}
