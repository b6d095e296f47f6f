package support.access.app;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where passkeys of this desk can be used: at DESK_PUBLIC_URL and nowhere else. What a request says of its host does not
 * count, since whoever lures people to another address could say anything.
 */
@Component
public class PasskeyAddress {
    private final String host;
    private final String origin;

    PasskeyAddress(@Value("${desk.public-url:http://localhost:${server.port:8080}}") URI publicUrl) {
        String scheme = publicUrl.getScheme().toLowerCase(Locale.ROOT);
        this.host = Objects.requireNonNull(publicUrl.getHost(), "DESK_PUBLIC_URL has a host")
                .toLowerCase(Locale.ROOT);
        boolean usual = publicUrl.getPort() == -1 || publicUrl.getPort() == ("https".equals(scheme) ? 443 : 80);
        this.origin = scheme + "://" + host + (usual ? "" : ":" + publicUrl.getPort());
    }

    /** What devices keep passkeys under (the relying party's id). */
    String host() {
        return host;
    }

    /** As browsers write it: scheme, host, and the port where it is not the usual one. */
    public String origin() {
        return origin;
    }
}
