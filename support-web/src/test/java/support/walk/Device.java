package support.walk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device with one passkey, and the browser before it; both say whatever a test wants them to say. */
final class Device {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int PRESENT = 1;
    private static final int VERIFIED = 1 << 2;
    private static final int WITH_KEY = 1 << 6;
    private static final int COORDINATE = 32;
    private static final int AAGUID = 16;

    private KeyPair keys = newKeys();
    byte[] credential = new byte[32];
    /** What the answer calls the passkey, beside what is signed. */
    byte[] named;

    byte[] handle = {};
    int counter;
    boolean verifies = true;
    String origin;
    private final String host;

    Device(String origin, String host) {
        this.origin = origin;
        this.host = host;
        new SecureRandom().nextBytes(credential);
        named = credential;
    }

    void takesAnotherKey() {
        keys = newKeys();
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param options that the desk gave, as JSON */
    static String challenge(String options) {
        return JSON.readTree(options).get("challenge").asString();
    }

    String makes(String options) {
        JsonNode asked = JSON.readTree(options);
        handle = Base64.getUrlDecoder().decode(asked.get("user").get("id").asString());
        byte[] length =
                ByteBuffer.allocate(2).putShort((short) credential.length).array();
        byte[] data = all(state(WITH_KEY), new byte[AAGUID], length, credential, coseKey());
        byte[] attestation = all(
                HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a0686175746844617461"),
                new byte[] {0x59},
                ByteBuffer.allocate(2).putShort((short) data.length).array(),
                data);
        return """
                {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%s","attestationObject":"%s","transports":["internal"]}}""".formatted(text(named), text(named), text(client("webauthn.create", asked)), text(attestation));
    }

    String signs(String options) {
        byte[] client = client("webauthn.get", JSON.readTree(options));
        byte[] data = state(0);
        return """
                {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%s","authenticatorData":"%s","signature":"%s","userHandle":"%s"}}""".formatted(
                        text(named),
                        text(named),
                        text(client),
                        text(data),
                        text(signature(all(data, sha256(client)))),
                        text(handle));
    }

    private byte[] client(String type, JsonNode asked) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, asked.get("challenge").asString(), origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] state(int more) {
        byte flags = (byte) (PRESENT | (verifies ? VERIFIED : 0) | more);
        return all(
                sha256(host.getBytes(StandardCharsets.UTF_8)),
                new byte[] {flags},
                ByteBuffer.allocate(Integer.BYTES).putInt(counter).array());
    }

    private byte[] coseKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return all(
                HexFormat.of().parseHex("a5010203262001215820"),
                coordinate(key.getW().getAffineX().toByteArray()),
                HexFormat.of().parseHex("225820"),
                coordinate(key.getW().getAffineY().toByteArray()));
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[COORDINATE];
        int kept = Math.min(COORDINATE, number.length);
        System.arraycopy(number, number.length - kept, fixed, COORDINATE - kept, kept);
        return fixed;
    }

    private byte[] signature(byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] all(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
