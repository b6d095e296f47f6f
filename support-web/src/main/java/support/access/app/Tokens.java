package support.access.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.access.ApiToken;
import support.access.Grant;
import support.access.Scope;
import support.access.persistence.ApiTokens;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Notice;
import support.people.Viewer;

/** Makes and revokes the tokens by which programs act for a person, and tells what each allows. */
@Component
public class Tokens {
    /** How many days a token may live. */
    public static final List<Integer> DAYS = List.of(7, 30, 90, 365);

    /** So many a person may have. */
    public static final int MOST = 50;

    public static final int LONGEST_NAME = 60;

    private final ApiTokens tokens;
    private final Audit audit;
    private final OwnerNews news;
    private final Clock clock;

    Tokens(ApiTokens tokens, Audit audit, OwnerNews news, Clock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    public List<ApiTokens.Line> of(Viewer owner) {
        return tokens.of(owner.id());
    }

    /**
     * The owner is told by letter.
     *
     * @param days one of {@link #DAYS}
     * @return the token, which nobody can look up later
     */
    @Transactional
    public ApiToken make(Viewer owner, String name, Set<Scope> scopes, int days) {
        if (!DAYS.contains(days)
                || scopes.isEmpty()
                || !Scope.offeredTo(owner.staff()).containsAll(scopes)) {
            throw new IllegalArgumentException("no such token for this person");
        }
        ApiToken token = ApiToken.random();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(Duration.ofDays(days));
        tokens.add(token, owner.id(), name, scopes, now, expiresAt);
        String allowed = scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(" "));
        news.tell(
                owner.id(),
                Deed.TOKEN_MADE,
                Map.of("name", name, "prefix", token.prefix(), "scopes", allowed, "until", expiresAt.toString()),
                Notice.Kind.TOKEN_MADE,
                "/account/security/tokens",
                name);
        return token;
    }

    @Transactional
    public void revoke(Viewer owner, long token) {
        tokens.remove(owner.id(), token)
                .ifPresent(name -> audit.person(Deed.TOKEN_REVOKED, owner.id(), owner.id(), Map.of("name", name)));
    }

    /** What a token allows at this moment; empty when it allows nothing. Notes that it was used. */
    public Optional<Grant> use(ApiToken token) {
        Instant now = clock.instant();
        Optional<Grant> grant = tokens.find(token, now);
        grant.ifPresent(known -> tokens.used(known.token(), now));
        return grant;
    }
}
