package support.promotion.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import support.catalog.App;
import support.catalog.persistence.Apps;
import support.people.PartnerKind;
import support.people.Viewer;
import support.promotion.Campaign;
import support.promotion.app.LastDays;
import support.promotion.app.PromotionDesk;
import support.promotion.app.StaleCampaign;
import support.promotion.persistence.Campaigns;
import support.promotion.persistence.PromoCodes;
import support.site.web.FormProblems;

/** Leads write campaigns down, and see what became of their codes. */
@Controller
@RequestMapping("/campaigns")
class CampaignController {
    private static final int PAGE = 200;

    private final Campaigns campaigns;
    private final PromoCodes codes;
    private final Apps apps;
    private final PromotionDesk desk;
    private final LastDays days;
    private final FormProblems problems;
    private final Clock clock;

    CampaignController(
            Campaigns campaigns,
            PromoCodes codes,
            Apps apps,
            PromotionDesk desk,
            LastDays days,
            FormProblems problems,
            Clock clock) {
        this.campaigns = campaigns;
        this.codes = codes;
        this.apps = apps;
        this.desk = desk;
        this.days = days;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        List<Campaigns.Line> all = campaigns.all();
        Instant now = clock.instant();
        model.addAttribute("lines", all);
        model.addAttribute(
                "over",
                all.stream()
                        .filter(line -> line.campaign().isOver(now, days.zone()))
                        .map(line -> line.campaign().id())
                        .toList());
        return "promotion/campaigns";
    }

    @GetMapping("/new")
    String blank(Model model) {
        FormProblems.none(model);
        model.addAttribute("form", new CampaignForm(null, null, null, null, null, null, null, null));
        return form(null, model);
    }

    @PostMapping
    String add(CampaignForm form, Viewer viewer, Model model, HttpServletResponse response) {
        BindingResult errors = FormProblems.found();
        Campaign campaign = form.read(0, errors).orElse(null);
        if (campaign != null && isOffered(campaign, null)) {
            return "redirect:/campaigns/" + desk.add(campaign, viewer);
        }
        return wrong(null, form, campaign, errors, model, response);
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, CodeFilter filter, Model model) {
        Campaigns.Line line = known(id);
        List<PromoCodes.Line> shown = codes.page(id, filter.wanted(), filter.place(), PAGE + 1);
        List<PromoCodes.Line> page = shown.subList(0, Math.min(PAGE, shown.size()));
        model.addAttribute("line", line);
        model.addAttribute("campaign", line.campaign());
        model.addAttribute("over", line.campaign().isOver(clock.instant(), days.zone()));
        model.addAttribute("filter", filter);
        model.addAttribute("states", PromoCodes.State.values());
        model.addAttribute("codes", page);
        model.addAttribute("next", shown.size() > PAGE ? CodeFilter.after(page.getLast()) : null);
        model.addAttribute("uses", codes.use(id));
        return "promotion/campaign";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        FormProblems.none(model);
        model.addAttribute("form", CampaignForm.of(known(id).campaign()));
        return form(id, model);
    }

    @PostMapping("/{id}")
    String change(@PathVariable long id, CampaignForm form, Viewer viewer, Model model, HttpServletResponse response) {
        known(id);
        BindingResult errors = FormProblems.found();
        Campaign campaign = form.read(id, errors).orElse(null);
        if (campaign != null && isOffered(campaign, id)) {
            try {
                desk.change(campaign, viewer);
                return "redirect:/campaigns/" + id;
            } catch (StaleCampaign stale) {
                errors.reject("topic.stale");
            }
        }
        return wrong(id, form, campaign, errors, model, response);
    }

    private String wrong(
            @Nullable Long id,
            CampaignForm form,
            @Nullable Campaign read,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (read != null && !errors.hasErrors()) {
            errors.rejectValue("app", "raise.app.empty"); // none that is offered
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        problems.show(errors, model);
        model.addAttribute("form", form);
        return form(id, model);
    }

    private String form(@Nullable Long id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("apps", offered(id));
        model.addAttribute("kinds", PartnerKind.values());
        model.addAttribute("zone", days.zone());
        return "promotion/form";
    }

    /** The apps of the vendor that are not retired; a campaign keeps its own whatever became of it. */
    private List<App> offered(@Nullable Long campaign) {
        Long own = campaign == null ? null : known(campaign).campaign().app();
        Set<Long> active = apps.active().stream().map(App::id).collect(Collectors.toSet());
        return apps.all().stream()
                .filter(app -> active.contains(app.id()) || Objects.equals(app.id(), own))
                .toList();
    }

    private boolean isOffered(Campaign written, @Nullable Long campaign) {
        return offered(campaign).stream().anyMatch(app -> app.id() == written.app());
    }

    private Campaigns.Line known(long id) {
        return campaigns.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
