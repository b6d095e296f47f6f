package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import support.access.Factor;
import support.access.Factors;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.persistence.Register;

/**
 * Who has shown what in a session. The name of the authentication is the person's id, its authorities are the factors
 * that were shown, each with its time; what the person may do is read from the database at each request.
 */
@Component
class SignedIn {
    private static final String PREFIX = "FACTOR_";
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final ChangeSessionIdAuthenticationStrategy newSessionId = new ChangeSessionIdAuthenticationStrategy();
    private final CsrfAuthenticationStrategy newToken =
            new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository());
    private final Register register;
    private final Audit audit;
    private final Clock clock;

    SignedIn(Register register, Audit audit, Clock clock) {
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /** A person has shown a first factor, or shows it again: the session gets a new id, so that nobody knows it from before. */
    void enter(long person, Factor factor, HttpServletRequest request, HttpServletResponse response) {
        enter(person, Map.of(factor, clock.instant()), request, response);
    }

    /** The same with factors that were shown elsewhere, some time ago perhaps. */
    void enter(long person, Map<Factor, Instant> factors, HttpServletRequest request, HttpServletResponse response) {
        Factors all = isOf(person) ? shown() : Factors.none();
        for (Map.Entry<Factor, Instant> factor : factors.entrySet()) {
            all = all.with(factor.getKey(), factor.getValue());
        }
        keep(person, all, request, response);
        SessionMark.put(request, clock.instant());
        register.signedIn(person, clock.instant());
        factors.keySet().forEach(factor -> audit.person(Deed.SIGNED_IN, person, person, Map.of("by", factor.name())));
    }

    /** The person who has entered shows one more. */
    void add(Factor factor, HttpServletRequest request, HttpServletResponse response) {
        long person = person(authentication());
        keep(person, shown().with(factor, clock.instant()), request, response);
        audit.person(Deed.SIGNED_IN, person, person, Map.of("by", factor.name()));
    }

    private void keep(long person, Factors factors, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication =
                UsernamePasswordAuthenticationToken.authenticated(Long.toString(person), null, authorities(factors));
        newSessionId.onAuthentication(authentication, request, response);
        request.getSession().setMaxInactiveInterval(Math.toIntExact(LONGEST_PAUSE.toSeconds()));
        newToken.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static List<GrantedAuthority> authorities(Factors factors) {
        return factors.shown().entrySet().stream()
                .<GrantedAuthority>map(shown -> FactorGrantedAuthority.withAuthority(
                                PREFIX + shown.getKey().name())
                        .issuedAt(shown.getValue())
                        .build())
                .toList();
    }

    private static boolean isOf(long person) {
        Authentication authentication = authentication();
        return isPerson(authentication) && person(authentication) == person;
    }

    static @Nullable Authentication authentication() {
        return SecurityContextHolder.getContext().getAuthentication();
    }

    static boolean isPerson(@Nullable Authentication authentication) {
        return authentication != null && !(authentication instanceof AnonymousAuthenticationToken);
    }

    static long person(@Nullable Authentication authentication) {
        if (authentication == null) {
            throw new IllegalStateException("nobody has signed in");
        }
        return Long.parseLong(authentication.getName());
    }

    /** What was shown in this session so far. */
    static Factors shown() {
        Authentication authentication = authentication();
        Map<Factor, Instant> shown = new EnumMap<>(Factor.class);
        if (authentication != null) {
            authentication.getAuthorities().forEach(authority -> {
                if (authority instanceof FactorGrantedAuthority factor) {
                    shown.put(Factor.valueOf(factor.getAuthority().substring(PREFIX.length())), factor.getIssuedAt());
                }
            });
        }
        return new Factors(shown);
    }
}
