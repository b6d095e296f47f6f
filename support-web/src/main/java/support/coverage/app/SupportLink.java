package support.coverage.app;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import support.catalog.Hosting;

/**
 * What an app says in a link that it has signed; docs/support-links.md is for its developers.
 *
 * @param app its number in the catalogue
 * @param jti the name of the link, used once
 * @param host the number of the host product; null when it was not said, or is not in the catalogue
 */
public record SupportLink(
        long app,
        String appName,
        String jti,
        Instant expiresAt,
        String appVersion,
        @Nullable Hosting hosting,
        @Nullable Long host,
        String hostVersion,
        String licence) {}
