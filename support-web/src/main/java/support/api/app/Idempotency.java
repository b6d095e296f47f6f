package support.api.app;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.api.persistence.ApiAnswers;

/** Lets a request be sent again by somebody who got no answer: what it asks for is done once. */
@Component
public class Idempotency {
    /** So long a key is remembered. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** What a deed is answered with. */
    public record Answer(String location, String body) {}

    /** The key was used for another request. */
    public static final class OtherRequest extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final ApiAnswers answers;
    private final Clock clock;

    Idempotency(ApiAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Does the deed and keeps its answer, in one transaction, or gives the answer that is there. A deed that fails leaves
     * nothing, so that it can be tried again with the same key.
     *
     * @param sha256 of everything that the request says
     */
    @Transactional
    public Answer once(long person, String key, byte[] sha256, Supplier<Answer> deed) {
        Instant now = clock.instant();
        if (answers.begin(person, key, sha256, now, now.minus(KEPT))) {
            Answer answer = deed.get();
            answers.finish(person, key, answer.location(), answer.body());
            return answer;
        }
        ApiAnswers.Kept kept = answers.kept(person, key);
        if (!MessageDigest.isEqual(kept.sha256(), sha256)) {
            throw new OtherRequest();
        }
        return new Answer(kept.location(), kept.body());
    }
}
