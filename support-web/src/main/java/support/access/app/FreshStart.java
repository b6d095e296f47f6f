package support.access.app;

import java.util.Map;
import org.springframework.stereotype.Component;
import support.access.persistence.ApiTokens;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.PersonState;
import support.people.persistence.Register;

/** What whoever runs the desk does for an admin who has lost everything. */
@Component
class FreshStart {
    private final SecondFactors factors;
    private final ApiTokens tokens;
    private final Register register;
    private final Audit audit;

    FreshStart(SecondFactors factors, ApiTokens tokens, Register register, Audit audit) {
        this.factors = factors;
        this.tokens = tokens;
        this.register = register;
        this.audit = audit;
    }

    /** All second factors and API tokens are gone, and have to be set up again; in the running transaction. */
    void give(long person) {
        factors.removeAllOf(person);
        tokens.removeAllOf(person);
        register.setState(person, PersonState.ACTIVE);
        audit.person(Deed.ADMIN_RECOVERED, person, person, Map.of());
    }
}
