package support.access.app;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider of single sign-on by OpenID Connect ({@code DESK_OIDC_*}).
 *
 * @param issuer as the provider writes it; empty: there is no single sign-on
 * @param clientSecret empty for a client that has none
 * @param name what people call it, as in "Sign in with ..."
 * @param provision whether somebody whom nobody knows gets an account when the provider vouches for an address of a
 *     domain that belongs to an organisation
 * @param strongAcr values of the claim {@code acr} that say that two factors were shown
 */
@ConfigurationProperties("desk.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("your company account") String name,
        @DefaultValue("false") boolean provision,
        @DefaultValue Set<String> strongAcr) {

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    public OidcSettings {
        if (!issuer.isBlank() && clientId.isBlank()) {
            throw new IllegalArgumentException("DESK_OIDC_ISSUER is set, so DESK_OIDC_CLIENT_ID has to be set too");
        }
        if (!issuer.isBlank() && !isSafe(URI.create(issuer))) {
            throw new IllegalArgumentException("DESK_OIDC_ISSUER has to begin with https://");
        }
        strongAcr = Set.copyOf(strongAcr);
    }

    public boolean offered() {
        return !issuer.isBlank();
    }

    /** Whoever can change what a provider says can sign in as anybody. */
    private static boolean isSafe(URI address) {
        return "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
    }
}
