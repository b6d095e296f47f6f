package support.access.app;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import support.access.persistence.CodeApps;
import support.access.persistence.SessionRows;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Notice;
import support.people.Viewer;
import support.people.persistence.People;

/** Codes that change every 30 seconds (RFC 6238), and the recovery codes for when their app is lost. */
@Component
public class Codes {
    /** What came of a code. */
    public enum Answer {
        RIGHT,
        WRONG,
        TOO_OFTEN
    }

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();
    private static final Duration STEP = GENERATOR.getTimeStep();

    private final CodeApps apps;
    private final People people;
    private final Limits limits;
    private final SessionRows sessions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    Codes(
            CodeApps apps,
            People people,
            Limits limits,
            SessionRows sessions,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.apps = apps;
        this.people = people;
        this.limits = limits;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Checks a code of the person's app. Each works once, also when it is tried in many places at once. */
    public Answer check(long person, String code) {
        return limited(
                person,
                () -> apps.secret(person)
                        .flatMap(secret -> step(secret, code))
                        .filter(step -> apps.use(person, step))
                        .isPresent());
    }

    /** Checks a recovery code and uses it up; its owner is told. */
    public Answer checkRecovery(long person, String code) {
        return limited(
                person,
                () -> Boolean.TRUE.equals(transaction.execute(status -> {
                    boolean right = apps.useRecoveryCode(person, RecoveryCodes.secret(code));
                    if (right) {
                        audit.person(Deed.RECOVERY_CODE_USED, person, person, Map.of());
                        tellOwner(person, Notice.Kind.RECOVERY_CODE_USED);
                    }
                    return right;
                })));
    }

    private Answer limited(long person, BooleanSupplier check) {
        if (!limits.allows(Limit.CODE, Long.toString(person))) {
            return Answer.TOO_OFTEN;
        }
        if (!check.getAsBoolean()) {
            audit.person(Deed.SIGN_IN_REFUSED, person, person, Map.of("why", "code"));
            return Answer.WRONG;
        }
        limits.giveBack(Limit.CODE, Long.toString(person));
        return Answer.RIGHT;
    }

    /** The secret that is offered to a person who adds an app, the same until the app is added. */
    @Transactional
    public byte[] offer(long person) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        apps.offer(person, secret, clock.instant());
        return apps.offered(person).orElseThrow(() -> new IllegalStateException("there is an app already"));
    }

    /**
     * Adds the app once a code shows that it knows the secret. Sessions that began without it end.
     *
     * @param session the one that goes on
     * @return the recovery codes, to be shown once; empty when the code is not right
     */
    public Optional<List<String>> add(long person, String code, String session) {
        Answer answer = limited(
                person,
                () -> apps.offered(person)
                        .flatMap(secret -> step(secret, code))
                        .filter(step -> apps.use(person, step))
                        .isPresent());
        if (answer != Answer.RIGHT) {
            return Optional.empty();
        }
        return Optional.ofNullable(transaction.execute(status -> {
            apps.confirm(person, clock.instant());
            sessions.endOthersOf(person, session);
            audit.person(Deed.CODE_APP_ADDED, person, person, Map.of());
            tellOwner(person, Notice.Kind.CODE_APP_ADDED);
            return makeRecoveryCodes(person);
        }));
    }

    /** In place of those that the person had. */
    @Transactional
    public List<String> newRecoveryCodes(long person) {
        tellOwner(person, Notice.Kind.RECOVERY_CODES_MADE);
        return makeRecoveryCodes(person);
    }

    private List<String> makeRecoveryCodes(long person) {
        List<String> codes =
                Stream.generate(RecoveryCodes::random).limit(RECOVERY_CODES).toList();
        apps.keepRecoveryCodes(person, codes.stream().map(RecoveryCodes::secret).toList());
        audit.person(Deed.RECOVERY_CODES_MADE, person, person, Map.of());
        return codes;
    }

    @Transactional
    public void remove(long person) {
        apps.remove(person);
        audit.person(Deed.CODE_APP_REMOVED, person, person, Map.of());
        tellOwner(person, Notice.Kind.CODE_APP_REMOVED);
    }

    public int recoveryCodesLeft(long person) {
        return apps.recoveryCodesLeft(person);
    }

    private void tellOwner(long person, Notice.Kind what) {
        Optional<Viewer> owner = people.viewer(person);
        owner.ifPresent(reader -> events.publishEvent(
                Notice.to(what, reader.email(), reader.name()).leadingTo("/account/security")));
    }

    /** The time step whose code this is: the present one, or its neighbours, since clocks differ. */
    private Optional<Long> step(byte[] secret, String code) {
        String typed = code.replaceAll("[\\s-]", "");
        Instant now = clock.instant();
        return Stream.of(now, now.minus(STEP), now.plus(STEP))
                .filter(at -> MessageDigest.isEqual(bytes(typed), bytes(codeAt(secret, at))))
                .map(at -> at.getEpochSecond() / STEP.toSeconds())
                .findFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The code that an app with this secret shows at that instant. */
    static String codeAt(byte[] secret, Instant at) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("every key is good for HMAC", e);
        }
    }
}
