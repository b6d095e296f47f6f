package support.licence.app;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** The lookup of the desk that tests share: it knows nothing, until a test has it ask somebody. */
@Component
public class TestLookup implements LicenceLookup {
    private static final LicenceLookup NOBODY = number -> new None();

    private volatile LicenceLookup asked = NOBODY;

    /** The real one, which waits for half a second. */
    public void ask(String address) {
        asked = new HttpLicenceLookup(address, "secret", Duration.ofMillis(500));
    }

    public void askNobody() {
        asked = NOBODY;
    }

    @Override
    public Answer find(String number) {
        return asked.find(number);
    }
}
