package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import support.coverage.app.SupportLink;
import support.coverage.app.SupportLinks;
import support.people.Viewer;

/** Where an app sends its users for help: what it says of itself is shown, and fills the form in when one goes on. */
@Controller
@RequestMapping("/support")
class SupportLinkController {
    private final SupportLinks links;

    SupportLinkController(SupportLinks links) {
        this.links = links;
    }

    /** Looking at a link does not use it up: browsers and mail servers look at links by themselves. */
    @GetMapping
    String look(@RequestParam(defaultValue = "") String ctx, Model model, HttpServletResponse response) {
        Optional<SupportLink> link = links.read(ctx);
        link.ifPresent(read -> model.addAttribute("link", read));
        model.addAttribute("ctx", ctx);
        return link.isPresent() ? "ticket/support-link" : refuse("supportLink.old", model, response);
    }

    @PostMapping
    String go(@RequestParam(defaultValue = "") String ctx, Viewer viewer, Model model, HttpServletResponse response) {
        Optional<SupportLink> link = links.read(ctx);
        if (link.isEmpty()) {
            return refuse("supportLink.old", model, response);
        }
        return links.use(link.get(), viewer)
                .map(use -> "redirect:" + form(link.get(), use))
                .orElseGet(() -> refuse("supportLink.used", model, response));
    }

    private static String refuse(String problem, Model model, HttpServletResponse response) {
        model.addAttribute("problem", problem);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "ticket/support-link";
    }

    private static String form(SupportLink link, UUID use) {
        UriComponentsBuilder form = UriComponentsBuilder.fromPath("/tickets/new");
        add(form, "app", link.app());
        add(form, "appVersion", link.appVersion());
        add(form, "about.hosting", link.hosting());
        add(form, "about.host", link.host());
        add(form, "about.hostVersion", link.hostVersion());
        add(form, "about.licence", link.licence());
        add(form, "about.link", use);
        return form.encode().build().toUriString();
    }

    /** Braces would stand for variables. */
    private static void add(UriComponentsBuilder form, String field, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            form.queryParam(field, value.toString().replaceAll("[{}]", ""));
        }
    }
}
