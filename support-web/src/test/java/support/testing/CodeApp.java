package support.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/** An app for codes on somebody's telephone, which knows the secret that was typed into it. */
public final class CodeApp {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private final byte[] secret;

    /** @param key the secret as the desk shows it, in base 32 with spaces between */
    public CodeApp(String key) {
        StringBuilder bits = new StringBuilder();
        for (char letter : key.replace(" ", "").toCharArray()) {
            String five = Integer.toBinaryString(BASE_32.indexOf(letter));
            bits.append("0".repeat(BITS - five.length())).append(five);
        }
        secret = new byte[bits.length() / Byte.SIZE];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(i * Byte.SIZE, (i + 1) * Byte.SIZE), 2);
        }
    }

    public byte[] secret() {
        return secret.clone();
    }

    public String code(Instant at) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
