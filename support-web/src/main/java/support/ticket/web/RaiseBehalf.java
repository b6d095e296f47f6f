package support.ticket.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import support.behalf.CompanyName;
import support.behalf.EndCustomer;
import support.behalf.app.Asking;
import support.behalf.app.RefusedConsent;
import support.behalf.persistence.EndCustomers;
import support.licence.Licensee;
import support.people.MailAddress;
import support.people.Viewer;
import support.ticket.Behalf;

/** For whom a request is made: one's own organisation, or for a partner's people an end customer. */
@Component
class RaiseBehalf {
    private final Asking asking;

    RaiseBehalf(Asking asking) {
        this.asking = asking;
    }

    /** For whom one can ask; nobody but one's own organisation, unless it is an active partner. */
    void show(Viewer viewer, Model model) {
        List<EndCustomer> customers = viewer.activePartner()
                ? asking.all(viewer).stream()
                        .map(EndCustomers.Line::customer)
                        .filter(EndCustomer::letsFile)
                        .toList()
                : List.of();
        model.addAttribute("endCustomers", customers);
    }

    /** Whose licences count. */
    Licensee licensee(RaiseForm form, Viewer viewer) {
        BehalfForm behalf = form.behalf();
        return behalf.isWanted()
                ? known(behalf, viewer).map(EndCustomer::licensee).orElse(Licensee.UNKNOWN)
                : Licensee.of(viewer);
    }

    private Optional<EndCustomer> known(BehalfForm form, Viewer viewer) {
        if (!viewer.activePartner() || form.customer() == null) {
            return Optional.empty();
        }
        return form.namesOne()
                ? MailAddress.of(form.contactText()).flatMap(contact -> asking.find(contact, viewer))
                : asking.find(form.customer(), viewer);
    }

    /** Null for one's own organisation; and, with an error, where one cannot ask for whom one wants to. */
    @Nullable
    Behalf of(BehalfForm form, Viewer viewer, Errors errors) {
        if (!form.isWanted()) {
            return null;
        }
        if (!viewer.activePartner()) {
            errors.reject("behalf.refused.NO_PARTNER");
            return null;
        }
        EndCustomer customer = form.namesOne() ? named(form, viewer, errors) : chosen(form, viewer, errors);
        if (customer != null && !customer.letsFile()) {
            errors.rejectValue("behalf.customer", "behalf.no");
            return null;
        }
        return customer == null ? null : Behalf.of(customer, form.sharingOr());
    }

    private @Nullable EndCustomer chosen(BehalfForm form, Viewer viewer, Errors errors) {
        EndCustomer customer = known(form, viewer).orElse(null);
        if (customer == null) {
            errors.rejectValue("behalf.customer", "behalf.customer.unknown");
        }
        return customer;
    }

    private @Nullable EndCustomer named(BehalfForm form, Viewer viewer, Errors errors) {
        Optional<CompanyName> company = CompanyName.of(form.companyText());
        Optional<MailAddress> contact = MailAddress.of(form.contactText());
        if (company.isEmpty()) {
            errors.rejectValue("behalf.company", "behalf.company.form");
        }
        if (contact.isEmpty()) {
            errors.rejectValue("behalf.contact", "behalf.contact.form");
        }
        if (company.isEmpty() || contact.isEmpty()) {
            return null;
        }
        try {
            return asking.name(company.get(), contact.get(), viewer);
        } catch (RefusedConsent refused) {
            errors.rejectValue("behalf.contact", "behalf.refused." + refused.reason());
            return null;
        }
    }
}
