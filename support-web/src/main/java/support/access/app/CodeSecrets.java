package support.access.app;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import support.access.persistence.CodeApps;

/** The secrets that people's apps for codes share with the desk: sealed, and anew where an older seal is met. */
@Component
class CodeSecrets {
    private final CodeApps apps;
    private final SecretBox box;
    private final Clock clock;

    CodeSecrets(CodeApps apps, SecretBox box, Clock clock) {
        this.apps = apps;
        this.box = box;
        this.clock = clock;
    }

    /** The secret that is offered to a person who adds an app, the same until the app is added. */
    byte[] offer(long person) {
        apps.offer(person, box.seal(TimeCodes.secret(), person), clock.instant());
        byte[] kept = apps.offered(person).orElseThrow(() -> new IllegalStateException("there is an app already"));
        return box.open(kept, person).orElseGet(() -> offerAnew(person));
    }

    /** In place of one that cannot be read any more. */
    private byte[] offerAnew(long person) {
        byte[] secret = TimeCodes.secret();
        apps.keep(person, box.seal(secret, person));
        return secret;
    }

    /** Uses a code of the person's app up: false when it is none, or was used before. */
    boolean use(long person, String code) {
        return use(apps.secret(person), person, code);
    }

    /** As {@link #use}, for the app that is being added. */
    boolean useOffered(long person, String code) {
        return use(apps.offered(person), person, code);
    }

    private boolean use(Optional<byte[]> kept, long person, String code) {
        Optional<byte[]> secret = kept.flatMap(bytes -> box.open(bytes, person));
        boolean right = secret.flatMap(known -> TimeCodes.step(known, code, clock.instant()))
                .filter(step -> apps.use(person, step))
                .isPresent();
        if (right && kept.filter(box::isOutOfDate).isPresent()) {
            secret.ifPresent(known -> apps.keep(person, box.seal(known, person)));
        }
        return right;
    }
}
