package support.organisation.app;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.organisation.persistence.Organisations;
import support.people.MailDomain;
import support.people.Viewer;

/** Says where people belong who register with an address of a company's mail domain. */
@Component
@Transactional
public class Domains {
    /** What came of it. */
    public enum Answer {
        MAPPED,
        /** The domain leads to an organisation already. */
        TAKEN,
        /** Anybody could have such an address, and would belong to the organisation by it. */
        OPEN_TO_ALL
    }

    private final Organisations organisations;
    private final Audit audit;

    Domains(Organisations organisations, Audit audit) {
        this.organisations = organisations;
        this.audit = audit;
    }

    public Answer map(MailDomain domain, long organisation, boolean needsApproval, Viewer admin) {
        if (domain.isOpenToAll()) {
            return Answer.OPEN_TO_ALL;
        }
        if (!organisations.map(domain, organisation, needsApproval)) {
            return Answer.TAKEN;
        }
        audit.record(
                Deed.DOMAIN_MAPPED,
                admin.id(),
                "organisation:" + organisation,
                Map.of("domain", domain.text(), "approval", needsApproval ? "needed" : "not needed"));
        return Answer.MAPPED;
    }

    public void unmap(String domain, long organisation, Viewer admin) {
        if (!organisations.unmap(domain, organisation)) {
            throw new NotThere();
        }
        audit.record(Deed.DOMAIN_UNMAPPED, admin.id(), "organisation:" + organisation, Map.of("domain", domain));
    }
}
