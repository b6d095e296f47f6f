package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person had typed into a form when the session had ended: kept in a new session until the person has signed in
 * and is back on the page of the form.
 *
 * @param page the path of the page with the form
 */
record KeptWords(String page, HashMap<String, String[]> fields) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String WORDS = KeptWords.class.getName();
    private static final int MOST_CHARACTERS = 64 * 1024;
    /** Secrets, and what belongs to the session that ended. */
    private static final Set<String> NOT_KEPT = Set.of("_csrf", "password", "email", "action");

    /** Empty when there is nothing to keep, or too much. */
    static Optional<KeptWords> of(HttpServletRequest request) {
        HashMap<String, String[]> fields = new HashMap<>(request.getParameterMap());
        fields.keySet().removeAll(NOT_KEPT);
        int size = fields.values().stream()
                .flatMap(Arrays::stream)
                .mapToInt(String::length)
                .sum();
        return size == 0 || size > MOST_CHARACTERS
                ? Optional.empty()
                : Optional.of(new KeptWords(pageOf(request.getServletPath()), fields));
    }

    /** The page on which the form stands that is sent to a path. */
    static String pageOf(String path) {
        if (path.equals("/tickets")) {
            return "/tickets/new";
        }
        int afterNumber = path.indexOf('/', "/tickets/".length());
        return path.startsWith("/tickets/") && afterNumber > 0 ? path.substring(0, afterNumber) : "/";
    }

    void keep(HttpSession session) {
        session.setAttribute(WORDS, this);
    }

    /** Takes the words that wait for this page out of the session. */
    static Map<String, String[]> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(WORDS) instanceof KeptWords kept)) {
            return Map.of();
        }
        if (!kept.page.equals(request.getServletPath())) {
            return Map.of();
        }
        session.removeAttribute(WORDS);
        return kept.fields;
    }
}
