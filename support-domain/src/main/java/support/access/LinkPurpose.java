package support.access;

import java.time.Duration;

/** What a link in a letter is good for, and how long. */
public enum LinkPurpose {
    REGISTRATION(Duration.ofHours(24)),
    INVITATION(Duration.ofDays(7)),
    /** To set a new password. */
    PASSWORD(Duration.ofMinutes(30)),
    /** ASVS 6.5.5 allows ten minutes. */
    SIGN_IN(Duration.ofMinutes(10)),
    /** To confirm a new mail address. */
    ADDRESS(Duration.ofMinutes(30)),
    FIRST_ADMIN(Duration.ofHours(24)),
    /** Made by somebody at the machine of the desk, for an admin who has lost every factor. */
    RECOVERY(Duration.ofMinutes(30)),
    /** To say whether a partner may file for one's company. */
    CONSENT(Duration.ofDays(14));

    private final Duration lifetime;

    LinkPurpose(Duration lifetime) {
        this.lifetime = lifetime;
    }

    public Duration lifetime() {
        return lifetime;
    }
}
