package support.evidence.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of each entry: SHA-256 over the hash before it (32 bytes, none at first) and its own text in UTF-8. */
final class Chain {
    private final MessageDigest sha256 = sha256();
    private byte[] last = {};

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** @return the hash of the next entry, in hexadecimal digits */
    String next(String entry) {
        sha256.update(last);
        last = sha256.digest(entry.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(last);
    }
}
