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
import support.organisation.app.Members;
import support.people.Viewer;

/** One's own organisation: who belongs to it and who sees what. */
@Controller
@RequestMapping("/organisation")
class OrganisationController {
    private static final List<String> DONE =
            List.of("invited", "withdrawn", "shared", "removed", "approved", "refused", "manages");
    private static final InvitationPage.Kind BY_MANAGER = new InvitationPage.Kind(
            "invite.colleague", "invite.byManager", InvitationPage.Asks.MANAGES, "/organisation");
    private static final InvitationPage.Kind BY_MEMBER = new InvitationPage.Kind(
            "invite.colleague", "invite.byMember", InvitationPage.Asks.NOTHING, "/organisation");

    private final Members members;
    private final Inviting inviting;
    private final InvitationPage invitation;

    OrganisationController(Members members, Inviting inviting, InvitationPage invitation) {
        this.members = members;
        this.inviting = inviting;
        this.invitation = invitation;
    }

    @GetMapping
    String page(@RequestParam(required = false) @Nullable String done, Viewer viewer, Model model) {
        model.addAttribute("organisation", members.organisation(viewer));
        model.addAttribute("people", members.people(viewer));
        model.addAttribute("invitations", viewer.manages() ? inviting.open(viewer.organisation()) : List.of());
        model.addAttribute("done", DONE.contains(String.valueOf(done)) ? done : null);
        return "organisation/own";
    }

    @GetMapping("/invitation")
    String invitation(Viewer viewer, Model model) {
        return invitation.show(kind(viewer), model);
    }

    @PostMapping("/invitation")
    String invite(
            @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return invitation.send(
                kind(viewer),
                form,
                errors,
                address -> inviting.colleague(address, form.asManager(), viewer),
                model,
                response);
    }

    private static InvitationPage.Kind kind(Viewer viewer) {
        return viewer.manages() ? BY_MANAGER : BY_MEMBER;
    }

    @PostMapping("/invitations/withdrawal")
    String withdraw(@RequestParam String address, Viewer viewer) {
        inviting.withdraw(viewer.organisation(), address, viewer);
        return "redirect:/organisation?done=withdrawn";
    }

    @GetMapping("/sharing")
    String sharing(Viewer viewer, Model model) {
        model.addAttribute("organisation", members.organisation(viewer));
        return "organisation/sharing";
    }

    @PostMapping("/sharing")
    String share(@RequestParam boolean all, Viewer viewer) {
        members.share(all, viewer);
        return "redirect:/organisation?done=shared";
    }

    @GetMapping("/departure")
    String departure(Viewer viewer, Model model) {
        model.addAttribute("organisation", members.organisation(viewer));
        return "organisation/departure";
    }

    @PostMapping("/departure")
    String leave(Viewer viewer, Model model, HttpServletResponse response) {
        return Deeds.change(
                () -> members.leave(viewer), "redirect:/sign-in?out", () -> departure(viewer, model), model, response);
    }
}
