package support.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only to the names that the desk has: its public address, this machine, and those that an admin adds. A request
 * that names another host was made up, or was led here by somebody else's name server.
 */
class KnownHosts extends OncePerRequestFilter {
    /** RFC 9110, 15.5.20: the server has no answer for that host. */
    private static final int MISDIRECTED_REQUEST = 421;

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1");

    private final Set<String> hosts = new TreeSet<>(THIS_MACHINE);
    private final URI publicUrl;

    KnownHosts(URI publicUrl, Set<String> others) {
        this.publicUrl = publicUrl;
        hosts.add(publicUrl.getHost().toLowerCase(Locale.ROOT));
        others.forEach(host -> hosts.add(host.strip().toLowerCase(Locale.ROOT)));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hosts.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(MISDIRECTED_REQUEST);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .println("This desk is reached at " + publicUrl
                        + "\nIts admin can change that (DESK_PUBLIC_URL) or add other names (DESK_HOSTS).");
    }
}
