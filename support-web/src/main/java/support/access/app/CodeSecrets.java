package support.access.app;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import support.access.persistence.CodeApps;

/** The secrets that people's apps for codes share with the desk: sealed by the first key. */
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
        return box.open(kept, person).orElseGet(() -> offerAnew(new CodeApps.Kept(person, kept)));
    }

    /** In place of one that cannot be read any more. */
    private byte[] offerAnew(CodeApps.Kept unreadable) {
        byte[] secret = TimeCodes.secret();
        apps.replace(unreadable, box.seal(secret, unreadable.person()));
        return secret;
    }

    /** Seals by the first key whatever is not: after it no other key is needed, and nothing is kept as it is. */
    void sealAnew() {
        apps.all().forEach(this::sealAnew);
    }

    private void sealAnew(CodeApps.Kept kept) {
        if (box.isOutOfDate(kept.secret())) {
            box.open(kept.secret(), kept.person())
                    .ifPresent(secret -> apps.replace(kept, box.seal(secret, kept.person())));
        }
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
        if (right) {
            kept.ifPresent(bytes -> sealAnew(new CodeApps.Kept(person, bytes)));
        }
        return right;
    }
}
