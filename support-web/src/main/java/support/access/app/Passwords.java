package support.access.app;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Which passwords are good enough, and the hashing of them. */
@Component
public class Passwords {
    /** NIST SP 800-63B and ASVS 6.2: long, never of a prescribed mixture, and none that attackers try first. */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 128;
    /** What a longer password has beyond this is not looked at: guessing the guesses takes time, too. */
    private static final int JUDGED = 64;
    /** zxcvbn's marks go from 0 to 4; from 3 on it takes more than 10^8 guesses. */
    private static final int GOOD = 3;

    /** What everybody knows of such a desk. */
    private static final List<String> OF_THE_DESK = List.of(
            "service",
            "center",
            "support",
            "desk",
            "ticket",
            "portal",
            "customer",
            "partner",
            "agent",
            "admin",
            "password",
            "promise",
            "atlassian",
            "confluence",
            "jira",
            "marketplace");

    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final long PATIENCE_SECONDS = 5;

    /** Hashing is meant to be costly: only so many at once, so that people who are signed in keep their pages fast. */
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final PasswordEncoder encoder;
    private final Supplier<String> nobodys;
    /** Knows tens of thousands of passwords from breaches, words and names; loaded when it is first needed. */
    private final Supplier<Zxcvbn> guesser = SingletonSupplier.of(Zxcvbn::new);

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = SingletonSupplier.of(() -> encoder.encode("nobody"));
    }

    /** Too many are being hashed at this moment. */
    public static class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * What is wrong with a new password, as a message key; empty when it is good.
     *
     * @param about words that others know of the person: name, mail address, company
     */
    public Optional<String> problem(String password, List<String> about) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("password.short");
        }
        if (length > LONGEST) {
            return Optional.of("password.long");
        }
        if (LeakedPasswords.contains(password)) {
            return Optional.of("password.common");
        }
        String judged = password.substring(0, Math.min(JUDGED, password.length()));
        List<String> words = Stream.concat(OF_THE_DESK.stream(), about.stream())
                .flatMap(text -> Stream.concat(Stream.of(text), WORD.splitAsStream(text)))
                .filter(word -> !word.isBlank())
                .toList();
        return guesser.get().measure(judged, words).getScore() < GOOD
                ? Optional.of("password.common")
                : Optional.empty();
    }

    /** @throws Busy when others have been waiting for too long */
    public String encode(String password) {
        return bounded(() -> encoder.encode(password));
    }

    /**
     * Takes as long for somebody who has no password, or for nobody at all, as for a wrong one.
     *
     * @param expected encoded; null when there is none
     * @throws Busy when others have been waiting for too long
     */
    public boolean matches(String password, @Nullable String expected) {
        String compared = expected == null ? nobodys.get() : expected;
        boolean same = bounded(() -> encoder.matches(password, compared));
        return same && expected != null;
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (!hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }
}
