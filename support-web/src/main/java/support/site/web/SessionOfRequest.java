package support.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The session that the running request has found. Stands around the session's own filter at each dispatch, so that nothing
 * is remembered outside of a request or beyond it. A page that looks by itself, with nobody there perhaps, does not keep its
 * session alive: it says so by a header, and the stream that it listens to needs not.
 */
class SessionOfRequest extends OncePerRequestFilter {
    private static final ThreadLocal<@Nullable Memory> RUNNING = new ThreadLocal<>();
    private static final String BY_ITSELF = "X-By-Itself";
    private static final String STREAM = "/live";

    private static final class Memory {
        final boolean byItself;

        @Nullable
        Session found;

        Memory(boolean byItself) {
            this.byItself = byItself;
        }
    }

    /** Nobody has asked for what is asked now, but a page that is open. */
    static boolean isByItself() {
        Memory memory = RUNNING.get();
        return memory != null && memory.byItself;
    }

    /** Null when it was not found yet, or goes by another name now. */
    static @Nullable Session found(String id) {
        Memory memory = RUNNING.get();
        Session session = memory == null ? null : memory.found;
        return session != null && session.getId().equals(id) ? session : null;
    }

    static void remember(@Nullable Session session) {
        Memory memory = RUNNING.get();
        if (memory != null) {
            memory.found = session;
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RUNNING.set(new Memory(
                request.getHeader(BY_ITSELF) != null || request.getServletPath().equals(STREAM)));
        try {
            chain.doFilter(request, response);
        } finally {
            RUNNING.remove();
        }
    }
}
