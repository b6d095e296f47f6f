package support.access.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import support.access.persistence.CodeApps;
import support.access.persistence.SessionRows;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Notice;

/** People's apps for codes, and the recovery codes for when such an app is lost. */
@Component
public class Codes {
    /** What came of a code. */
    public enum Answer {
        RIGHT,
        WRONG,
        TOO_OFTEN
    }

    private static final int RECOVERY_CODES = 10;

    private final CodeSecrets secrets;
    private final CodeApps apps;
    private final Limits limits;
    private final SessionRows sessions;
    private final Audit audit;
    private final OwnerNews news;
    private final TransactionOperations transaction;
    private final Clock clock;

    Codes(
            CodeSecrets secrets,
            CodeApps apps,
            Limits limits,
            SessionRows sessions,
            Audit audit,
            OwnerNews news,
            TransactionOperations transaction,
            Clock clock) {
        this.secrets = secrets;
        this.apps = apps;
        this.limits = limits;
        this.sessions = sessions;
        this.audit = audit;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Checks a code of the person's app. Each works once, also when it is tried in many places at once. */
    public Answer check(long person, String code) {
        return limited(person, () -> secrets.use(person, code));
    }

    /** Checks a recovery code and uses it up; its owner is told. */
    public Answer checkRecovery(long person, String code) {
        return limited(
                person,
                () -> Boolean.TRUE.equals(transaction.execute(status -> {
                    boolean right = apps.useRecoveryCode(person, RecoveryCodes.secret(code));
                    if (right) {
                        news.tell(person, Deed.RECOVERY_CODE_USED, Notice.Kind.RECOVERY_CODE_USED);
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
        return secrets.offer(person);
    }

    /**
     * Adds the app once a code shows that it knows the secret. Sessions that began without it end.
     *
     * @param session the one that goes on
     * @return the recovery codes, to be shown once; empty when the code is not right
     */
    public Optional<List<String>> add(long person, String code, String session) {
        if (limited(person, () -> secrets.useOffered(person, code)) != Answer.RIGHT) {
            return Optional.empty();
        }
        return Optional.ofNullable(transaction.execute(status -> {
            apps.confirm(person, clock.instant());
            sessions.endOthersOf(person, session);
            List<String> codes = makeRecoveryCodes(person);
            audit.person(Deed.RECOVERY_CODES_MADE, person, person, Map.of());
            news.tell(person, Deed.CODE_APP_ADDED, Notice.Kind.CODE_APP_ADDED);
            return codes;
        }));
    }

    /** In place of those that the person had. */
    @Transactional
    public List<String> newRecoveryCodes(long person) {
        List<String> codes = makeRecoveryCodes(person);
        news.tell(person, Deed.RECOVERY_CODES_MADE, Notice.Kind.RECOVERY_CODES_MADE);
        return codes;
    }

    private List<String> makeRecoveryCodes(long person) {
        List<String> codes =
                Stream.generate(RecoveryCodes::random).limit(RECOVERY_CODES).toList();
        apps.keepRecoveryCodes(person, codes.stream().map(RecoveryCodes::secret).toList());
        return codes;
    }

    @Transactional
    public void remove(long person) {
        apps.remove(person);
        news.tell(person, Deed.CODE_APP_REMOVED, Notice.Kind.CODE_APP_REMOVED);
    }

    public int recoveryCodesLeft(long person) {
        return apps.recoveryCodesLeft(person);
    }
}
