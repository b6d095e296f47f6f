package support.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import support.site.web.ApiProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a request. Properties that a door does not know are passed over, so that nobody sets what is not theirs to
 * set; a property that stands twice, or anything after the object, is refused.
 */
final class JsonBody {
    private static final int LARGEST = 400 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final byte[] bytes;
    private final byte[] sha256;

    private JsonBody(byte[] bytes, byte[] sha256) {
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    /** @throws ApiRefusal when it is too large */
    static JsonBody of(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new ApiRefusal(ApiProblem.TOO_LARGE);
        }
        String head = request.getMethod() + " " + request.getRequestURI() + "\n";
        return new JsonBody(bytes, sha256(head.getBytes(StandardCharsets.UTF_8), bytes));
    }

    /** @throws ApiRefusal when it is no such object */
    <T> T as(Class<T> type) {
        try {
            T value = JSON.readValue(bytes, type);
            if (value == null) {
                throw new ApiRefusal(ApiProblem.BODY);
            }
            return value;
        } catch (JacksonException e) {
            throw new ApiRefusal(ApiProblem.BODY);
        }
    }

    /** Of method, path and body: what a request says. */
    byte[] sha256() {
        return sha256.clone();
    }

    private static byte[] sha256(byte[] head, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(head);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
