package support.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import support.access.app.Passwords;
import support.access.app.Registration;
import support.people.OrganisationName;
import support.people.PersonName;

/** What somebody says who opens an account, as it was typed. The password is never shown again. */
record NewcomerForm(
        @Nullable String name,
        @Nullable String company,
        @Nullable String password) {

    static NewcomerForm of(String name) {
        return new NewcomerForm(name, "", "");
    }

    /** The answers; null, with errors on the fields, when they will not do. */
    Registration.@Nullable Answers answers(String address, boolean asksCompany, Passwords passwords, Errors errors) {
        PersonName person = PersonName.of(text(name)).orElse(null);
        if (person == null) {
            errors.rejectValue("name", "name.form");
        }
        String firm =
                OrganisationName.of(text(company)).map(OrganisationName::text).orElse("");
        if (asksCompany && firm.isEmpty()) {
            errors.rejectValue("company", "company.form");
        }
        passwords
                .problem(text(password), List.of(address, text(name), firm))
                .ifPresent(problem -> errors.rejectValue("password", problem));
        return person == null || errors.hasErrors()
                ? null
                : new Registration.Answers(person, asksCompany ? firm : null, text(password));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
