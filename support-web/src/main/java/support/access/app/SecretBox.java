package support.access.app;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import support.database.LocalPostgres;

/**
 * Seals what the database keeps and the desk has to read again, by AES-256-GCM: a form's number, which key it was, a random
 * start, and what is sealed. Whose it is goes into the seal, so that nobody's can be put in another's place. The first key
 * seals, each opens: {@code DESK_SECRET_KEY}, and after them the key that lies beside the embedded database.
 */
@Component
class SecretBox {
    private static final Logger LOG = LoggerFactory.getLogger(SecretBox.class);
    private static final byte FORM = 1;
    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 4;
    private static final int START_BYTES = 12;
    private static final int TAG_BYTES = 16;
    /** What goes before what is sealed. */
    private static final int HEAD = 1 + NAME_BYTES + START_BYTES;

    private static final SecureRandom RANDOM = new SecureRandom();

    private record Key(byte[] name, SecretKeySpec key) {
        static Key of(String text) {
            try {
                byte[] bytes = Base64.getDecoder().decode(text.strip());
                if (bytes.length == KEY_BYTES) {
                    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                    return new Key(Arrays.copyOf(digest, NAME_BYTES), new SecretKeySpec(bytes, "AES"));
                }
            } catch (IllegalArgumentException | GeneralSecurityException notOne) {
                LOG.debug("not a key", notOne);
            }
            throw new IllegalArgumentException(
                    "DESK_SECRET_KEY holds 32 random bytes in base64, or several such keys with commas between");
        }

        boolean sealed(byte[] kept) {
            return Arrays.equals(name, 0, NAME_BYTES, kept, 1, 1 + NAME_BYTES);
        }
    }

    private final List<Key> keys;

    /** @throws IllegalArgumentException for what is no key */
    SecretBox(@Value("${desk.secret-key:}") String given, ObjectProvider<LocalPostgres> embedded) {
        Stream<String> settings = Stream.of(given.split(",", -1)).filter(key -> !key.isBlank());
        Stream<String> file = embedded.stream().map(LocalPostgres::secretKey);
        this.keys = Stream.concat(settings, file).map(Key::of).toList();
    }

    /** Whether there is a key; without one secrets are kept as they are. */
    boolean hasKey() {
        return !keys.isEmpty();
    }

    byte[] seal(byte[] secret, long owner) {
        if (keys.isEmpty()) {
            return secret.clone();
        }
        byte[] start = new byte[START_BYTES];
        RANDOM.nextBytes(start);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.write(FORM);
        sealed.writeBytes(keys.getFirst().name);
        sealed.writeBytes(start);
        try {
            sealed.writeBytes(
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), start, owner).doFinal(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
        return sealed.toByteArray();
    }

    /** What was sealed, or was kept before there was a key; empty when no key fits any more, or it is another's. */
    Optional<byte[]> open(byte[] kept, long owner) {
        if (!isSealed(kept)) {
            return Optional.of(kept.clone());
        }
        Optional<byte[]> secret = keys.stream()
                .filter(key -> key.sealed(kept))
                .map(key -> open(kept, key, owner))
                .filter(Objects::nonNull)
                .findFirst();
        if (secret.isEmpty()) {
            LOG.error("A secret of person {} cannot be read: no key of DESK_SECRET_KEY fits", owner);
        }
        return secret;
    }

    private static byte @Nullable [] open(byte[] kept, Key key, long owner) {
        try {
            byte[] start = Arrays.copyOfRange(kept, 1 + NAME_BYTES, HEAD);
            return cipher(Cipher.DECRYPT_MODE, key, start, owner).doFinal(kept, HEAD, kept.length - HEAD);
        } catch (GeneralSecurityException doesNotFit) {
            return null;
        }
    }

    /** Whether {@link #seal} would do it otherwise today. */
    boolean isOutOfDate(byte[] kept) {
        return hasKey() && !(isSealed(kept) && keys.getFirst().sealed(kept));
    }

    private static boolean isSealed(byte[] kept) {
        return kept.length > HEAD + TAG_BYTES && kept[0] == FORM;
    }

    private static Cipher cipher(int mode, Key key, byte[] start, long owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, start));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(owner).array());
        return cipher;
    }
}
