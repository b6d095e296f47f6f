package support.space.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import support.partner.Standing;
import support.partner.persistence.Partners;
import support.people.Viewer;

/** Whether somebody's partnership rests: its pages are not found meanwhile, and other pages say why. */
@Component("resting")
class Resting {
    private final Partners partners;
    private final Clock clock;

    Resting(Partners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    public boolean isFor(@Nullable Viewer viewer) {
        if (viewer == null || viewer.organisation() == null || viewer.activePartner()) {
            return false;
        }
        return partners.find(viewer.organisation(), clock.instant())
                .filter(line -> line.partner().standing() == Standing.SUSPENDED)
                .isPresent();
    }
}
