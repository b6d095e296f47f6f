package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import support.people.persistence.People;
import support.site.web.Menu;

/** What each page of the desk can be worked with by the keyboard. */
@ControllerAdvice
class KeysFrame {
    /**
     * @param single a letter alone does something
     * @param places where the person can go from every page
     */
    record Keys(boolean single, Menu places) {}

    @ModelAttribute("keyboard")
    @Nullable
    Keys keys(HttpServletRequest request) {
        return ViewerFilter.viewer(request)
                .filter(viewer -> viewer.staff())
                .map(viewer -> new Keys(
                        ViewerFilter.known(request)
                                .filter(People.Known::singleKeys)
                                .isPresent(),
                        Menu.places(viewer.role())))
                .orElse(null);
    }
}
