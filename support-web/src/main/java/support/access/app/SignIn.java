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
import support.people.MailAddress;
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

    /**
     * @param typed whatever somebody takes for a mail address
     * @param network that the request comes from, see {@link Network}
     */
    public Answer check(String typed, String password, String network) {
        Optional<MailAddress> address = MailAddress.of(typed);
        Optional<People.Credentials> found = address.flatMap(known -> people.credentials(known.text()));
        String account = found.map(People.Credentials::email)
                .or(() -> address.map(MailAddress::text))
                .orElse(network);
        List<Try> tries = List.of(
                new Try(Limit.NETWORK, network),
                new Try(Limit.PASSWORD_FROM_NETWORK, account + " " + network),
                new Try(Limit.PASSWORD, account));
        for (Try one : tries) {
            Duration pause = limits.take(one.limit, one.whom);
            if (!pause.isZero()) {
                return tooOften(one.limit, found, pause);
            }
        }
        try {
            Answer answer = compare(found, password, network);
            if (!(answer instanceof Answer.Wrong)) {
                tries.forEach(one -> limits.giveBack(one.limit, one.whom));
            }
            return answer;
        } catch (Passwords.Busy e) {
            return new Answer.Later(BUSY);
        }
    }

    private record Try(Limit limit, String whom) {}

    /** An address that nobody has costs as much as one that somebody has: a hash, and a look or an entry at the end. */
    private Answer compare(Optional<People.Credentials> found, String password, String network) {
        boolean right = passwords.matches(
                password, found.map(People.Credentials::password).orElse(null));
        Answer answer = found.filter(known -> right).map(SignIn::answer).orElseGet(Answer.Wrong::new);
        if (answer instanceof Answer.Wrong) {
            found.ifPresentOrElse(
                    known -> refused("person:" + known.person(), right ? "state" : "password"),
                    () -> strangerRefused(network));
        }
        return answer;
    }

    private void refused(String whom, String why) {
        audit.record(Deed.SIGN_IN_REFUSED, null, whom, Map.of("why", why));
    }

    /** Once an hour for each network: nobody may fill a log from outside from which nothing is ever taken out. */
    private void strangerRefused(String network) {
        if (limits.allows(Limit.STRANGERS_WRITTEN_DOWN, network)) {
            refused("stranger", "password");
        }
    }

    private static Answer answer(People.Credentials person) {
        return switch (person.state()) {
            case ACTIVE -> new Answer.Right(person.person());
            case AWAITING_APPROVAL -> new Answer.AwaitsApproval();
            case DEACTIVATED, ERASED -> new Answer.Wrong();
        };
    }

    /** Whoever tries one account from everywhere is made known to its owner, once an hour at most. */
    private Answer tooOften(Limit limit, Optional<People.Credentials> found, Duration pause) {
        if (limit == Limit.PASSWORD) {
            found.filter(owner -> owner.state() == PersonState.ACTIVE)
                    .filter(owner -> limits.allows(Limit.WARNINGS, owner.email()))
                    .ifPresent(owner -> transaction.executeWithoutResult(status ->
                            events.publishEvent(Notice.to(Notice.Kind.MANY_WRONG_PASSWORDS, owner.email(), owner.name())
                                    .leadingTo("/password"))));
        }
        return new Answer.Later(pause);
    }
}
