package support.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import support.organisation.app.RefusedDeed;

/** Buttons that change people's access: on to the next page, or the same page with the reason why not. */
final class Deeds {
    private Deeds() {}

    /**
     * @param next the view after the deed
     * @param same shows the page on which the button stands
     */
    static String change(Runnable deed, String next, Supplier<String> same, Model model, HttpServletResponse response) {
        try {
            deed.run();
            return next;
        } catch (RefusedDeed refused) {
            model.addAttribute("problem", "deed.refused." + refused.reason());
            response.setStatus(HttpStatus.CONFLICT.value());
            return same.get();
        }
    }
}
