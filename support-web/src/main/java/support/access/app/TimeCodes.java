package support.access.app;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every 30 seconds (RFC 6238, with HMAC-SHA-1 as every app has it). */
final class TimeCodes {
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();
    private static final Duration STEP = GENERATOR.getTimeStep();

    private TimeCodes() {}

    static byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The time step whose code was typed: the present one, or its neighbours, since clocks differ. */
    static Optional<Long> step(byte[] secret, String typed, Instant now) {
        byte[] code = bytes(typed.replaceAll("[\\s-]", ""));
        return Stream.of(now, now.minus(STEP), now.plus(STEP))
                .filter(at -> MessageDigest.isEqual(code, bytes(codeAt(secret, at))))
                .map(at -> at.getEpochSecond() / STEP.toSeconds())
                .findFirst();
    }

    private static String codeAt(byte[] secret, Instant at) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("every key is good for HMAC", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
