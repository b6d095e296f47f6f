package support.promotion.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import support.people.PartnerKind;
import support.people.Viewer;
import support.promotion.Customer;
import support.promotion.app.LastDays;
import support.promotion.app.PromotionDesk;
import support.promotion.app.Taking;
import support.promotion.persistence.Campaigns;
import support.promotion.persistence.Handouts;
import support.site.web.FormProblems;
import support.site.web.Turnstile;
import support.site.web.Typed;

/** A partner's people take codes for their customers, and see what was taken. */
@Controller
@RequestMapping("/codes")
class CodesController {
    private static final int MOST = 500;

    private final Campaigns campaigns;
    private final Handouts handouts;
    private final PromotionDesk desk;
    private final LastDays days;
    private final Turnstile turnstile;
    private final FormProblems problems;
    private final Clock clock;

    CodesController(
            Campaigns campaigns,
            Handouts handouts,
            PromotionDesk desk,
            LastDays days,
            Turnstile turnstile,
            FormProblems problems,
            Clock clock) {
        this.campaigns = campaigns;
        this.handouts = handouts;
        this.desk = desk;
        this.days = days;
        this.turnstile = turnstile;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String taken, Viewer viewer, Model model) {
        long partner = partner(viewer);
        Instant now = clock.instant();
        List<Handouts.Held> held = handouts.of(partner, MOST);
        model.addAttribute("campaigns", campaigns.open(kind(viewer), partner, days.today(now)));
        model.addAttribute("held", held);
        model.addAttribute("today", days.today(now));
        model.addAttribute(
                "taken",
                held.stream()
                        .filter(one -> one.id() == Typed.number(taken))
                        .findFirst()
                        .orElse(null));
        return "promotion/codes";
    }

    @GetMapping("/{id}")
    String blank(@PathVariable long id, Viewer viewer, Model model) {
        FormProblems.none(model);
        model.addAttribute("customer", "");
        return form(wanted(id, viewer), UUID.randomUUID(), model);
    }

    @PostMapping("/{id}")
    String take(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(required = false) @Nullable String nonce,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        UUID form = named(nonce);
        String name = Customer.clean(customer);
        BindingResult errors = FormProblems.found();
        if (name.isEmpty() || name.length() > Customer.LONGEST) {
            errors.rejectValue("customer", "codes.customer.wrong");
        } else {
            switch (turnstile.through(() -> desk.take(id, new Customer(name), form, viewer))) {
                case Taking.Given given -> {
                    return "redirect:/codes?taken=" + given.code().id();
                }
                case Taking.Refused refused -> errors.reject("codes.refused." + refused.why());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        problems.show(errors, model);
        model.addAttribute("customer", name);
        return form(wanted(id, viewer), form, model);
    }

    private String form(Campaigns.Line line, UUID nonce, Model model) {
        model.addAttribute("line", line);
        model.addAttribute("nonce", nonce);
        return "promotion/take";
    }

    private Campaigns.Line wanted(long campaign, Viewer viewer) {
        return campaigns
                .find(campaign, kind(viewer), partner(viewer))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static PartnerKind kind(Viewer viewer) {
        return Objects.requireNonNull(viewer.partnerKind(), "the door is for partners");
    }

    private static long partner(Viewer viewer) {
        return Objects.requireNonNull(viewer.organisation(), "the door is for partners");
    }

    /** What is no name of a form names a new one. */
    private static UUID named(@Nullable String nonce) {
        try {
            return UUID.fromString(Objects.requireNonNullElse(nonce, ""));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
