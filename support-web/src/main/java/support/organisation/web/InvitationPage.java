package support.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import support.organisation.app.Inviting;
import support.people.MailAddress;
import support.site.web.FormProblems;

/** The page on which one invites somebody: a colleague, a customer, or a person of the desk. */
@Component
class InvitationPage {
    /**
     * @param asks what has to be chosen beside the address: nothing, MANAGES or ROLE
     * @param where the page on which open invitations stand
     */
    record Kind(String title, String text, Asks asks, String where) {}

    enum Asks {
        NOTHING,
        MANAGES,
        ROLE
    }

    private final FormProblems problems;

    InvitationPage(FormProblems problems) {
        this.problems = problems;
    }

    String show(Kind kind, Model model) {
        FormProblems.none(model);
        model.addAttribute("form", InvitationForm.empty());
        return view(kind, model);
    }

    String send(
            Kind kind,
            InvitationForm form,
            BindingResult errors,
            Function<MailAddress, Inviting.Answer> invitation,
            Model model,
            HttpServletResponse response) {
        MailAddress address = form.address(errors);
        if (address != null && !errors.hasErrors()) {
            InvitationForm.say(invitation.apply(address), errors);
        }
        if (errors.hasErrors()) {
            problems.refuse(errors, model, response);
            return view(kind, model);
        }
        return "redirect:" + kind.where() + "?done=invited";
    }

    private static String view(Kind kind, Model model) {
        model.addAttribute("kind", kind);
        return "organisation/invitation";
    }
}
