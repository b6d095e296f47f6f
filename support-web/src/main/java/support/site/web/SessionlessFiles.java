package support.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Spares style sheets, scripts and pictures the look into the session: they come also while the database is away. The API
 * knows no sessions: it reads no cookie and makes none.
 */
class SessionlessFiles extends OncePerRequestFilter {
    private static final List<String> FOLDERS = List.of("/css/", "/js/", "/img/", "/webjars/", "/api/");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // the session's filter passes by what it has seen already
        request.setAttribute(SessionRepositoryFilter.class.getName() + ".FILTERED", true);
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return FOLDERS.stream().noneMatch(request.getServletPath()::startsWith);
    }
}
