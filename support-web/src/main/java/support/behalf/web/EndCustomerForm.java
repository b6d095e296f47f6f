package support.behalf.web;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import support.behalf.CompanyName;
import support.people.MailAddress;

/** A company, and whom to ask there, as it was typed. */
record EndCustomerForm(@Nullable String company, @Nullable String contact) {

    /** What was meant. */
    record Named(CompanyName company, MailAddress contact) {}

    /** Empty, with errors on the fields, when they will not do. */
    Optional<Named> read(Errors errors) {
        Optional<CompanyName> firm = CompanyName.of(Objects.requireNonNullElse(company, ""));
        Optional<MailAddress> address = MailAddress.of(Objects.requireNonNullElse(contact, ""));
        if (firm.isEmpty()) {
            errors.rejectValue("company", "behalf.company.form");
        }
        if (address.isEmpty()) {
            errors.rejectValue("contact", "behalf.contact.form");
        }
        return firm.flatMap(name -> address.map(at -> new Named(name, at)));
    }
}
