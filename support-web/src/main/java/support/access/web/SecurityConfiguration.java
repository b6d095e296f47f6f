package support.access.web;

import static org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive.CACHE;
import static org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive.STORAGE;
import static support.access.web.Access.entered;
import static support.access.web.Access.freshly;
import static support.access.web.Access.only;
import static support.access.web.Access.settingUp;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import support.people.Role;
import support.people.Viewer;
import support.people.persistence.People;

/** Who may open which page. What one may not open is not found, so that nobody learns what exists. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    static final long ONE_YEAR = Duration.ofDays(365).toSeconds();
    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";
    /** Here a provider of single sign-on speaks, which has no session and no form. */
    private static final String BACK_CHANNEL = "/sign-in/single-sign-on/logout";

    private static final String[] OPEN_TO_ALL = {
        "/",
        "/policy",
        "/policy/**",
        "/sign-in",
        "/sign-in/passkey",
        "/sign-in/passkey/options",
        "/sign-in/link",
        "/sign-in/link/*",
        "/sign-in/single-sign-on",
        "/sign-in/single-sign-on/return",
        BACK_CHANNEL,
        "/register",
        "/register/*",
        "/invitation/*",
        "/password",
        "/password/*",
        "/address/*",
        "/first-run/*",
        "/recovery/*",
        "/certificates/*",
        "/certificates/*/certificate.pdf",
        "/consent/*",
        "/consent/*/account",
        "/consent/*/refusal",
        "/css/**",
        "/js/**",
        "/img/**",
        "/webjars/**",
        "/favicon.ico"
    };
    private static final String[] DESK_ONLY = {
        "/queue",
        "/queue/completions",
        "/queue/views",
        "/queue/views/**",
        "/live",
        "/account/keys",
        "/mentions",
        "/mentions/*",
        "/tickets/*/notes",
        "/tickets/*/history",
        "/organisations",
        "/organisations/*"
    };
    private static final String[] ANSWERING = {
        "/tickets/*/severity",
        "/tickets/*/status",
        "/tickets/*/assignment",
        "/tickets/*/merge",
        "/tickets/*/split",
        "/tickets/*/links",
        "/tickets/*/links/removal",
        "/queue/next",
        "/queue/bulk",
        "/queue/bulk/*",
        "/account/absences",
        "/account/absences/removal",
        "/tickets/*/coverage/*",
        "/tickets/*/topics",
        "/tickets/*/topics/removal",
        "/tickets/*/quotation",
        "/tickets/*/macros",
        "/macros",
        "/macros/**",
        "/tickets/*/held/*",
        "/tickets/*/snooze",
        "/tickets/*/snooze/removal",
        "/tickets/*/tags",
        "/tickets/*/tags/removal",
        "/topics/new",
        "/topics/*/edit",
        "/topics/*/stage"
    };

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            People people,
            RefusedRequests refused,
            Clock clock,
            @Value("${desk.public-url:http://localhost:8080}") URI publicUrl) {
        boolean tls = "https".equals(publicUrl.getScheme());
        return http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        // the server leads here by itself; whoever asks for it gets no failure that did not happen
                        .requestMatchers("/error")
                        .denyAll()
                        .requestMatchers(OPEN_TO_ALL)
                        .permitAll()
                        .requestMatchers(DESK_ONLY)
                        .access(only(Viewer::staff))
                        .requestMatchers(ANSWERING)
                        .access(only(viewer -> viewer.role().answers()))
                        .requestMatchers(
                                "/tickets/*/replies", "/tickets/*/participants", "/tickets/*/removed-participants")
                        .access(only(viewer -> !viewer.staff() || viewer.role().answers()))
                        .requestMatchers(
                                "/tickets/new",
                                "/tickets/due",
                                "/tickets/about",
                                "/tickets/coverage",
                                "/support",
                                "/tickets/*/solution",
                                "/tickets/*/sharing",
                                "/tickets/*/quotation/acceptance",
                                "/tickets/*/quotation/refusal",
                                "/tickets/*/impact")
                        .access(only(viewer -> !viewer.staff()))
                        .requestMatchers(HttpMethod.POST, "/tickets")
                        .access(only(viewer -> !viewer.staff()))
                        .requestMatchers(HttpMethod.POST, "/topics", "/topics/*")
                        .access(only(viewer -> viewer.role().answers()))
                        .requestMatchers("/topics/*/followers", "/topics/*/followers/removal")
                        .access(only(viewer -> !viewer.staff()))
                        .requestMatchers(
                                "/lane",
                                "/lane/**",
                                "/space",
                                "/space/**",
                                "/codes",
                                "/codes/*",
                                "/training",
                                "/training/**")
                        .access(only(Viewer::activePartner))
                        .requestMatchers(
                                "/report",
                                "/report/**",
                                "/scope",
                                "/terms",
                                "/terms/**",
                                "/tickets/*/verdict",
                                "/partners",
                                "/partners/**",
                                "/campaigns",
                                "/campaigns/**",
                                "/courses",
                                "/courses/**",
                                "/course-sessions/**",
                                "/materials",
                                "/materials/*",
                                "/materials/*/removal",
                                "/news",
                                "/news/**",
                                "/team",
                                "/team/**")
                        .access(only(viewer -> viewer.role().leads()))
                        .requestMatchers("/materials/*/file")
                        .access(only(viewer ->
                                viewer.activePartner() || viewer.role().leads()))
                        .requestMatchers("/sign-in/code", "/sign-in/set-up", "/sign-in/again", "/sign-in/again/**")
                        .access(entered())
                        .requestMatchers("/sign-in/set-up/**")
                        .access(settingUp())
                        .requestMatchers(
                                "/account/security",
                                "/account/security/**",
                                "/account/sessions",
                                "/account/sessions/**")
                        .access(freshly(viewer -> true, clock))
                        .requestMatchers("/organisation", "/partnership")
                        .access(only(viewer -> !viewer.staff()))
                        .requestMatchers("/partnership/application")
                        .access(only(Viewer::manages))
                        .requestMatchers(HttpMethod.GET, "/organisation/consents", "/organisation/consents/*")
                        .access(only(viewer -> !viewer.staff()))
                        .requestMatchers("/organisation/invitation", "/organisation/departure")
                        .access(freshly(viewer -> !viewer.staff(), clock))
                        .requestMatchers("/organisation/**")
                        .access(freshly(Viewer::manages, clock))
                        .requestMatchers("/people/*", "/people/*/**", "/organisations/*/**")
                        .access(freshly(viewer -> viewer.role() == Role.ADMIN, clock))
                        .requestMatchers(
                                "/admin",
                                "/people",
                                "/automations",
                                "/automations/**",
                                "/outbox",
                                "/outbox/**",
                                "/audit",
                                "/audit/**",
                                "/licences",
                                "/licences/**",
                                "/catalogue",
                                "/catalogue/**")
                        .access(only(viewer -> viewer.role() == Role.ADMIN))
                        .anyRequest()
                        .access(only(viewer -> true)))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(CACHE, STORAGE)))
                        .logoutSuccessUrl("/sign-in?out"))
                .csrf(csrf -> csrf.ignoringRequestMatchers(BACK_CHANNEL))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(refused).accessDeniedHandler(refused))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CSP))
                        .httpStrictTransportSecurity(strict -> strict.requestMatcher(request -> tls)
                                .includeSubDomains(true)
                                .maxAgeInSeconds(ONE_YEAR))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new ViewerFilter(people, clock), AuthorizationFilter.class)
                .build();
    }

    /** Argon2id; the id in front of each password lets the parameters grow later. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2",
                Map.of(
                        "argon2",
                        Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                        "bcrypt",
                        new BCryptPasswordEncoder()));
    }
}
