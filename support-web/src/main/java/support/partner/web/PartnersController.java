package support.partner.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.partner.Standing;
import support.partner.persistence.Partners;
import support.site.web.FormProblems;

/** All partners, for the leads of the desk. */
@Controller
@RequestMapping("/partners")
class PartnersController {
    private static final int PAGE = 50;
    private static final int LAST_PAGE = 1000;

    private final Partners partners;
    private final PartnerPage page;
    private final Clock clock;

    PartnersController(Partners partners, PartnerPage page, Clock clock) {
        this.partners = partners;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(name = "page", defaultValue = "1") String number,
            Model model) {
        Standing shown = Arrays.stream(Standing.values())
                .filter(one -> one.name().equals(standing))
                .findFirst()
                .orElse(null);
        int at = number.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(number), 1, LAST_PAGE) : 1;
        List<Partners.Line> lines = partners.page(shown, clock.instant(), (at - 1) * PAGE, PAGE + 1);
        model.addAttribute("standing", shown);
        model.addAttribute("standings", Standing.values());
        model.addAttribute("page", at);
        model.addAttribute("lines", lines.subList(0, Math.min(PAGE, lines.size())));
        model.addAttribute("more", lines.size() > PAGE);
        return "partner/list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        FormProblems.none(model);
        return page.one(id, PartnerForm.BLANK, null, model);
    }
}
