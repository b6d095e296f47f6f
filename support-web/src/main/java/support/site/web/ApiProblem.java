package support.site.web;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * Everything that the API answers with in place of what was asked for (RFC 9457). Programs tell problems apart by their
 * type, which never changes; the words for people stand in the message bundle.
 */
public enum ApiProblem {
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    /** A token stands where addresses and forms are logged. */
    TOKEN_IN_ADDRESS(HttpStatus.BAD_REQUEST),
    PARAMETER(HttpStatus.BAD_REQUEST),
    BODY(HttpStatus.BAD_REQUEST),
    IDEMPOTENCY_KEY(HttpStatus.BAD_REQUEST),
    /** No token, or none that works: which of them, nobody learns. */
    TOKEN(HttpStatus.UNAUTHORIZED),
    SCOPE(HttpStatus.FORBIDDEN),
    ROLE(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD(HttpStatus.METHOD_NOT_ALLOWED),
    ACCEPT(HttpStatus.NOT_ACCEPTABLE),
    IDEMPOTENCY_KEY_USED(HttpStatus.CONFLICT),
    TICKET_STATE(HttpStatus.CONFLICT),
    STALE(HttpStatus.PRECONDITION_FAILED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    CONTENT_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    FIELDS(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The rules of coverage refuse it, and nothing was said against them. */
    NOT_COVERED(HttpStatus.UNPROCESSABLE_CONTENT),
    IF_MATCH(HttpStatus.PRECONDITION_REQUIRED),
    TOO_OFTEN(HttpStatus.TOO_MANY_REQUESTS),
    FAILED(HttpStatus.INTERNAL_SERVER_ERROR),
    AWAY(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    ApiProblem(HttpStatus status) {
        this.status = status;
    }

    /** The first that has the status, else the general one of its class. */
    static ApiProblem of(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status.value() == status)
                .findFirst()
                .orElse(status < HttpStatus.INTERNAL_SERVER_ERROR.value() ? BAD_REQUEST : FAILED);
    }

    int status() {
        return status.value();
    }

    /** A relative URI reference, the same on every desk. */
    public String type() {
        return "/api/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
