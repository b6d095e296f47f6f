package support.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.organisation.app.Inviting;
import support.organisation.persistence.Directory;
import support.people.PersonState;
import support.people.Role;
import support.people.Viewer;

/** Everybody whom the desk knows, for admins; and inviting people to the desk. */
@Controller
@RequestMapping("/people")
class PeopleController {
    static final int PAGE = 50;
    private static final InvitationPage.Kind TO_DESK =
            new InvitationPage.Kind("invite.desk", "invite.desk.text", InvitationPage.Asks.ROLE, "/people");

    private final Directory directory;
    private final Inviting inviting;
    private final InvitationPage invitation;

    PeopleController(Directory directory, Inviting inviting, InvitationPage invitation) {
        this.directory = directory;
        this.inviting = inviting;
        this.invitation = invitation;
    }

    @GetMapping
    String list(
            @ModelAttribute("filter") PeopleForm form,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        List<Directory.Person> people = directory.page(form.filter(), form.after(), PAGE + 1);
        List<Directory.Person> page = people.subList(0, Math.min(PAGE, people.size()));
        model.addAttribute("people", page);
        model.addAttribute(
                "more", people.size() > PAGE ? form.pageAfter(page.getLast().id()) : null);
        model.addAttribute("roles", Role.values());
        model.addAttribute("states", PersonState.values());
        model.addAttribute("invitations", inviting.open(null));
        model.addAttribute("done", List.of("invited", "withdrawn").contains(String.valueOf(done)) ? done : null);
        return "organisation/people";
    }

    @GetMapping("/invitation")
    String invitation(Model model) {
        return invitation.show(TO_DESK, model);
    }

    @PostMapping("/invitation")
    String invite(
            @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Role role = form.deskRole(errors);
        return invitation.send(
                TO_DESK, form, errors, address -> inviting.deskPerson(address, role, viewer), model, response);
    }

    @PostMapping("/invitations/withdrawal")
    String withdraw(@RequestParam String address, Viewer viewer) {
        inviting.withdraw(null, address, viewer);
        return "redirect:/people?done=withdrawn";
    }
}
