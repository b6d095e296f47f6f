package support.access.app;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import support.access.SignOnProof;
import support.access.persistence.Identities;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.MailAddress;
import support.people.PersonName;
import support.people.PersonState;
import support.people.persistence.People;

/**
 * Whose account a single sign-on opens. It is linked by the account's owner, or made with the account; an address alone
 * links nothing, since whoever can have an address there could have an admin's.
 */
@Component
@Conditional(SingleSignOnGiven.class)
public class SignOnAccounts {
    private final Identities identities;
    private final Registration registration;
    private final People people;
    private final OidcSettings settings;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    SignOnAccounts(
            Identities identities,
            Registration registration,
            People people,
            OidcSettings settings,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.identities = identities;
        this.registration = registration;
        this.people = people;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Who has come from the provider; a new account where one may be made.
     *
     * @throws SignOnRefused when it is nobody who may sign in here; whether the address is known is not told
     */
    public Registration.Newcomer enter(SignOnProof proof) {
        Identities.Owner owner =
                identities.owner(proof.issuer(), proof.subject()).orElse(null);
        if (owner == null) {
            return provision(proof);
        }
        if (owner.state() == PersonState.DEACTIVATED || owner.state() == PersonState.ERASED) {
            throw unknown(owner.state().name());
        }
        return new Registration.Newcomer(owner.person(), owner.state());
    }

    private Registration.Newcomer provision(SignOnProof proof) {
        MailAddress address = proof.mail();
        if (!settings.provision() || address == null) {
            throw unknown(settings.provision() ? "no verified address" : "not linked");
        }
        if (people.credentials(address.text()).isPresent()) {
            throw unknown("address has an account");
        }
        try {
            return Optional.ofNullable(transaction.execute(status -> add(proof, address)))
                    .orElseThrow(() -> unknown("no organisation"));
        } catch (DuplicateKeyException e) {
            throw unknown("address has an account");
        }
    }

    private Registration.@Nullable Newcomer add(SignOnProof proof, MailAddress address) {
        Registration.Newcomer newcomer =
                registration.vouchedFor(address, name(proof, address)).orElse(null);
        if (newcomer != null) {
            identities.add(proof.issuer(), proof.subject(), newcomer.person(), clock.instant());
        }
        return newcomer;
    }

    /** Where the provider tells no name that can be shown, what stands before the at sign serves until its owner says better. */
    private static PersonName name(SignOnProof proof, MailAddress address) {
        String local = address.text().substring(0, address.text().indexOf('@'));
        return PersonName.of(proof.name())
                .or(() -> PersonName.of(local))
                .orElseThrow(() -> new SignOnRefused(SignOnRefused.Why.UNKNOWN, "no name"));
    }

    private static SignOnRefused unknown(String why) {
        return new SignOnRefused(SignOnRefused.Why.UNKNOWN, why);
    }

    /**
     * Writes down that somebody was not let in.
     *
     * @param person null when it is not known who tried
     */
    public void refused(@Nullable Long person, SignOnRefused refusal) {
        audit.record(
                Deed.SIGN_IN_REFUSED,
                null,
                person == null ? "stranger" : "person:" + person,
                Map.of("by", "SINGLE_SIGN_ON", "why", String.valueOf(refusal.getMessage())));
    }
}
