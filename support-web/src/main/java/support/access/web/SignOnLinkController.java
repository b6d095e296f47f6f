package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import support.access.app.SignOnLinks;
import support.access.app.SingleSignOnGiven;
import support.people.Viewer;

/** Unlinks single sign-on from one's own account. */
@Controller
@Conditional(SingleSignOnGiven.class)
class SignOnLinkController {
    private final SignOnLinks links;

    SignOnLinkController(SignOnLinks links) {
        this.links = links;
    }

    @PostMapping("/account/security/single-sign-on/removal")
    String unlink(Viewer viewer, HttpServletRequest request) {
        boolean done = links.unlink(viewer, request.getSession().getId());
        return "redirect:/account/security?done=" + (done ? "signOnOff" : "signOnKept");
    }
}
