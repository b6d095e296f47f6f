package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import support.access.Factor;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.app.LinkDesk;
import support.access.app.NewAddresses;
import support.access.persistence.Links;

/** Links that one only has to confirm: to sign in, and to use a new address. Opening them alone does nothing. */
@Controller
class LinkSignInController {
    private final LinkDesk links;
    private final NewAddresses addresses;
    private final SignedIn signedIn;

    LinkSignInController(LinkDesk links, NewAddresses addresses, SignedIn signedIn) {
        this.links = links;
        this.addresses = addresses;
        this.signedIn = signedIn;
    }

    @GetMapping("/sign-in/link/{secret}")
    String signInPage(@PathVariable Secret secret, HttpServletResponse response, Model model) {
        return page(links.look(secret, LinkPurpose.SIGN_IN), response, model);
    }

    @PostMapping("/sign-in/link/{secret}")
    String signIn(@PathVariable Secret secret, HttpServletRequest request, HttpServletResponse response) {
        return links.use(secret, LinkPurpose.SIGN_IN, link -> Optional.ofNullable(link.person()))
                .map(person -> {
                    signedIn.enter(person, Factor.LINK, request, response);
                    return "redirect:/";
                })
                .orElseGet(() -> GoneLink.page(response));
    }

    @GetMapping("/address/{secret}")
    String addressPage(@PathVariable Secret secret, HttpServletResponse response, Model model) {
        return page(addresses.look(secret), response, model);
    }

    @PostMapping("/address/{secret}")
    String address(@PathVariable Secret secret, HttpServletResponse response) {
        return addresses.confirm(secret) ? "redirect:/sign-in?changed" : GoneLink.page(response);
    }

    private static String page(Optional<Links.Link> link, HttpServletResponse response, Model model) {
        if (link.isEmpty()) {
            return GoneLink.page(response);
        }
        model.addAttribute("link", link.get());
        return "access/follow";
    }
}
