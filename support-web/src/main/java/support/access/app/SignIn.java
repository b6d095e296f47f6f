package support.access.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Notice;
import support.people.PersonState;
import support.people.persistence.People;

/** Checks a mail address with its password. */
@Component
public class SignIn {
    /** What came of it. */
    public sealed interface Answer {
        record Right(long person) implements Answer {}

        /** The address or the password is not right: which of them, nobody learns. */
        record Wrong() implements Answer {}

        /** Tried too often. */
        record Later(Duration pause) implements Answer {}

        /** Both are right, and somebody has still to approve. */
        record AwaitsApproval() implements Answer {}
    }

    private static final Duration BUSY = Duration.ofSeconds(10);

    private final People people;
    private final Passwords passwords;
    private final Limits limits;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;

    SignIn(
            People people,
            Passwords passwords,
            Limits limits,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.people = people;
        this.passwords = passwords;
        this.limits = limits;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
    }

    /** @param network that the request comes from, see {@link Network} */
    public Answer check(String address, String password, String network) {
        List<Try> tries = List.of(
                new Try(Limit.NETWORK, network),
                new Try(Limit.PASSWORD_FROM_NETWORK, address + " " + network),
                new Try(Limit.PASSWORD, address));
        for (Try one : tries) {
            Duration pause = limits.take(one.limit, one.whom);
            if (!pause.isZero()) {
                return tooOften(one.limit, address, pause);
            }
        }
        try {
            Answer answer = compare(address, password);
            if (!(answer instanceof Answer.Wrong)) {
                tries.forEach(one -> limits.giveBack(one.limit, one.whom));
            }
            return answer;
        } catch (Passwords.Busy e) {
            return new Answer.Later(BUSY);
        }
    }

    private record Try(Limit limit, String whom) {}

    private Answer compare(String address, String password) {
        Optional<People.Credentials> found = people.credentials(address);
        boolean right = passwords.matches(
                password, found.map(People.Credentials::password).orElse(null));
        People.Credentials person = found.orElse(null);
        if (person == null || !right) {
            found.ifPresent(
                    known -> audit.person(Deed.SIGN_IN_REFUSED, null, known.person(), Map.of("why", "password")));
            return new Answer.Wrong();
        }
        return switch (person.state()) {
            case ACTIVE -> new Answer.Right(person.person());
            case AWAITING_APPROVAL -> new Answer.AwaitsApproval();
            case DEACTIVATED, ERASED -> new Answer.Wrong();
        };
    }

    /** Whoever tries one account from everywhere is made known to its owner, once an hour at most. */
    private Answer tooOften(Limit limit, String address, Duration pause) {
        if (limit == Limit.PASSWORD) {
            people.credentials(address)
                    .filter(owner -> owner.state() == PersonState.ACTIVE)
                    .filter(owner -> limits.allows(Limit.WARNINGS, address))
                    .ifPresent(owner -> transaction.executeWithoutResult(status ->
                            events.publishEvent(Notice.to(Notice.Kind.MANY_WRONG_PASSWORDS, address, owner.name())
                                    .leadingTo("/password"))));
        }
        return new Answer.Later(pause);
    }
}
