package support.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.organisation.app.Inviting;
import support.organisation.app.NotThere;
import support.organisation.persistence.Directory;
import support.organisation.persistence.Organisations;
import support.people.Viewer;

/** All organisations: people of the desk read, admins invite people of them. */
@Controller
@RequestMapping("/organisations")
class OrganisationsController {
    private static final int PAGE = 50;

    private final Organisations organisations;
    private final Directory directory;
    private final Inviting inviting;
    private final InvitationPage invitation;

    OrganisationsController(
            Organisations organisations, Directory directory, Inviting inviting, InvitationPage invitation) {
        this.organisations = organisations;
        this.directory = directory;
        this.inviting = inviting;
        this.invitation = invitation;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable Long after,
            Model model) {
        List<Organisations.Line> lines = organisations.page(search, after, PAGE + 1);
        List<Organisations.Line> page = lines.subList(0, Math.min(PAGE, lines.size()));
        model.addAttribute("lines", page);
        model.addAttribute(
                "more", lines.size() > PAGE ? page.getLast().organisation().id() : null);
        model.addAttribute("search", search);
        return "organisation/list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, @RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("organisation", find(id));
        model.addAttribute("domains", organisations.domains(id));
        model.addAttribute("people", directory.ofOrganisation(id));
        model.addAttribute("invitations", inviting.open(id));
        model.addAttribute("done", List.of("invited", "withdrawn").contains(String.valueOf(done)) ? done : null);
        return "organisation/one";
    }

    @GetMapping("/{id}/invitation")
    String invitation(@PathVariable long id, Model model) {
        return invitation.show(kind(id, model), model);
    }

    @PostMapping("/{id}/invitation")
    String invite(
            @PathVariable long id,
            @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return invitation.send(
                kind(id, model),
                form,
                errors,
                address -> inviting.customer(address, id, form.asManager(), viewer),
                model,
                response);
    }

    @PostMapping("/{id}/invitations/withdrawal")
    String withdraw(@PathVariable long id, @RequestParam String address, Viewer viewer) {
        inviting.withdraw(id, address, viewer);
        return "redirect:/organisations/" + id + "?done=withdrawn";
    }

    private InvitationPage.Kind kind(long id, Model model) {
        model.addAttribute("organisation", find(id));
        return new InvitationPage.Kind(
                "invite.customer", "invite.customer.text", InvitationPage.Asks.MANAGES, "/organisations/" + id);
    }

    private Organisations.Organisation find(long id) {
        return organisations.find(id).orElseThrow(NotThere::new);
    }
}
