package support.access.web;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.access.app.OidcSettings;
import support.access.app.SignOnLinks;
import support.access.app.SignOnRefused;

/** What pages show of single sign-on: nothing where there is none. */
@Component
class SignOnOffer {
    private final OidcSettings settings;
    private final ObjectProvider<SignOnLinks> links;

    SignOnOffer(OidcSettings settings, ObjectProvider<SignOnLinks> links) {
        this.settings = settings;
        this.links = links;
    }

    /** @param problem why it has just failed, as in the address of the page; null when it has not */
    void show(@Nullable String problem, Model model) {
        model.addAttribute("signOn", settings.offered() ? settings.name() : null);
        model.addAttribute("signOnProblem", settings.offered() ? known(problem).orElse(null) : null);
    }

    /** For a person who may have linked it. */
    void show(long person, @Nullable String problem, Model model) {
        show(problem, model);
        SignOnLinks all = links.getIfAvailable();
        model.addAttribute("signOnLinked", all != null && all.has(person));
    }

    /** Only what the page has words for. */
    private static Optional<SignOnRefused.Why> known(@Nullable String problem) {
        return Arrays.stream(SignOnRefused.Why.values())
                .filter(why -> why.name().equals(problem))
                .findFirst();
    }
}
