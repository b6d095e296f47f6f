package support.access.app;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** At each start of the desk secrets are sealed that were kept before there was a key, or under an older one. */
@Component
class SealingStart implements ApplicationRunner {
    private final CodeSecrets secrets;

    SealingStart(CodeSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        secrets.sealAnew();
    }
}
