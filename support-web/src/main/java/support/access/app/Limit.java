package support.access.app;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * How often something may be tried. The first tries are free; then the waits grow, up to a few tries an hour. Nobody is
 * ever locked out for good: time gives every limit back.
 */
public enum Limit {
    /** Passwords for one account from one network. */
    PASSWORD_FROM_NETWORK(5, 10, 20),
    /** Passwords for one account from anywhere; what is wrong here is told to its owner. */
    PASSWORD(20, 40, 60),
    /** Passwords for any accounts from one network. */
    NETWORK(20, 60, 120),
    /** Passkeys that are not right, from one network. */
    PASSKEY(20, 60, 120),
    /** Codes of one person, and recovery codes. */
    CODE(5, 10, 20),
    /** Letters to one address that somebody asked for who has not signed in. */
    LETTER(3, 3, 5),
    /** Letters to an address that has no account. */
    LETTER_TO_STRANGER(1, 1, 1),
    /** Letters that one network asks for. */
    LETTERS_FROM_NETWORK(10, 20, 30),
    /** Letters that people ask for who have an account, all together: so many that nobody is kept from them by others. */
    LETTERS_TO_KNOWN(1000, 5000, 10_000),
    /** Letters to strangers, all together. */
    LETTERS_TO_STRANGERS(100, 200, 300),
    /** Invitations by one person. */
    INVITATIONS(20, 40, 60),
    /** End customers that one person asks for consent. */
    CONSENTS(10, 20, 30),
    /** Requests by one API token. */
    TOKEN(300, 3000, 9000),
    /** Requests from one network to the doors of the API that want no token. */
    OPEN_API(120, 1200, 3600),
    /** Tokens from one network that are none. */
    WRONG_TOKENS(20, 60, 120),
    /** Numbers of licences that are not one's own, by one person. */
    LICENCES(20, 40, 60),
    /** The same, from one network. */
    LICENCES_FROM_NETWORK(60, 120, 240),
    /** Tellings an owner that somebody tries passwords. */
    WARNINGS(1, 1, 1),
    /** Entries in the audit log that one network makes by passwords for addresses that nobody has. */
    STRANGERS_WRITTEN_DOWN(1, 1, 1);

    private final BucketConfiguration configuration;

    Limit(int aMinute, int aQuarter, int anHour) {
        configuration = BucketConfiguration.builder()
                .addLimit(bandwidth(aMinute, Duration.ofMinutes(1)))
                .addLimit(bandwidth(aQuarter, Duration.ofMinutes(15)))
                .addLimit(bandwidth(anHour, Duration.ofHours(1)))
                .build();
    }

    private static Bandwidth bandwidth(int times, Duration span) {
        return Bandwidth.builder().capacity(times).refillGreedy(times, span).build();
    }

    BucketConfiguration configuration() {
        return configuration;
    }
}
