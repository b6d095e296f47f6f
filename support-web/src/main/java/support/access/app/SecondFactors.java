package support.access.app;

import org.springframework.stereotype.Component;
import support.access.persistence.CodeApps;
import support.access.persistence.Passkeys;

/** All that a person shows beside a password. */
@Component
public class SecondFactors {
    private final CodeApps codeApps;
    private final Passkeys passkeys;

    SecondFactors(CodeApps codeApps, Passkeys passkeys) {
        this.codeApps = codeApps;
        this.passkeys = passkeys;
    }

    /** For somebody who has lost everything; in the running transaction. */
    public void removeAllOf(long person) {
        codeApps.remove(person);
        passkeys.removeAllOf(person);
    }
}
