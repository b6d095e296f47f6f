package support.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives the page of a form the words that were kept for it, as if they had come with the address. */
@Component
class KeptWordsFilter extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || !request.getServletPath().startsWith("/tickets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Map<String, String[]> words = ViewerFilter.viewer(request).isPresent() ? KeptWords.take(request) : Map.of();
        if (words.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            request.setAttribute("kept", true);
            chain.doFilter(new Refilled(request, words), response);
        }
    }

    private static final class Refilled extends HttpServletRequestWrapper {
        private final Map<String, String[]> words;

        Refilled(HttpServletRequest request, Map<String, String[]> words) {
            super(request);
            this.words = words;
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = words.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(words);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(words.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return words.get(name);
        }
    }
}
