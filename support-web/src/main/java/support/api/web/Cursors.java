package support.api.web;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import support.api.persistence.CursorKey;
import support.people.Viewer;

/**
 * Where a page of a list ended, signed: programs take cursors from the desk and make none. A cursor is its reader's alone. It
 * shows nothing that its reader may not see, signed or not; the signature keeps its form the desk's own to change.
 */
@Component
class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;

    private final Supplier<SecretKeySpec> key;

    Cursors(CursorKey key) {
        this.key = SingletonSupplier.of(() -> new SecretKeySpec(key.bytes(), ALGORITHM));
    }

    String after(long last, Viewer reader) {
        byte[] cursor = ByteBuffer.allocate(Long.BYTES + SIGNATURE_BYTES)
                .putLong(last)
                .put(signature(last, reader))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** Empty for what the desk has not given to this reader. */
    Optional<Long> read(String cursor, Viewer reader) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException noCursor) {
            return Optional.empty();
        }
        if (bytes.length != Long.BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        long last = ByteBuffer.wrap(bytes).getLong();
        byte[] signature = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        return MessageDigest.isEqual(signature, signature(last, reader)) ? Optional.of(last) : Optional.empty();
    }

    private byte[] signature(long last, Viewer reader) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.get());
            byte[] signed = ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(reader.id())
                    .putLong(last)
                    .array();
            return Arrays.copyOf(mac.doFinal(signed), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
