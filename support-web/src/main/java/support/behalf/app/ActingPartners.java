package support.behalf.app;

import org.springframework.stereotype.Component;
import support.organisation.app.NotThere;
import support.organisation.persistence.Organisations;

/** Who acts for others, as the database knows it at this moment. */
@Component
class ActingPartners {
    private final Organisations organisations;

    ActingPartners(Organisations organisations) {
        this.organisations = organisations;
    }

    String name(long organisation) {
        return find(organisation).name();
    }

    boolean isActive(long organisation) {
        return find(organisation).activePartner();
    }

    private Organisations.Organisation find(long organisation) {
        return organisations.find(organisation).orElseThrow(NotThere::new);
    }
}
