package support.access.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;

/** The page of a link that does not work: used, too old, replaced by a newer one, or never sent. They all look alike. */
public final class GoneLink {
    private GoneLink() {}

    public static String page(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "access/gone";
    }
}
