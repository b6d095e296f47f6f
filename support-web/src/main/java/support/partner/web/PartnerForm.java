package support.partner.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.partner.PartnerEvent;
import support.partner.Validity;
import support.people.PartnerKind;
import support.site.web.Typed;

/**
 * What somebody says with a step of a partnership: anything may be missing or absurd. Days are days in the vendor's zone.
 *
 * @param words the application, or a reason
 * @param owner the number of a person of the desk
 * @param seen the version that the page showed
 */
record PartnerForm(
        @Nullable String kind,
        @Nullable String first,
        @Nullable String last,
        @Nullable String words,
        @Nullable String owner,
        @Nullable String seen) {

    static final PartnerForm BLANK = new PartnerForm(null, null, null, null, null, null);

    Optional<PartnerKind> readKind(BindingResult errors) {
        Optional<PartnerKind> found = Arrays.stream(PartnerKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        if (found.isEmpty()) {
            errors.rejectValue("kind", "partner.kind.empty");
        }
        return found;
    }

    /** @param empty the message for when nothing is said */
    String readWords(String empty, BindingResult errors) {
        String text = Typed.text(words);
        if (text.isEmpty()) {
            errors.rejectValue("words", empty);
        } else if (text.length() > PartnerEvent.LONGEST) {
            errors.rejectValue("words", "partner.words.long");
        }
        return text;
    }

    /** @return null when there is none */
    @Nullable
    Validity readDays(LocalDate today, BindingResult errors) {
        LocalDate from = day("first", first, errors);
        if (from == null && !errors.hasFieldErrors("first")) {
            errors.rejectValue("first", "partner.first.empty");
        }
        LocalDate until = readLast(from, today, errors);
        return from == null || errors.hasErrors() ? null : new Validity(from, until);
    }

    /**
     * @param from the first day; null when it is not known
     * @return null for until further notice, or when there is an error
     */
    @Nullable
    LocalDate readLast(@Nullable LocalDate from, LocalDate today, BindingResult errors) {
        LocalDate until = day("last", last, errors);
        if (until != null && from != null && until.isBefore(from)) {
            errors.rejectValue("last", "partner.last.before");
        } else if (until != null && until.isBefore(today)) {
            errors.rejectValue("last", "partner.last.over");
        }
        return until;
    }

    private static @Nullable LocalDate day(String field, @Nullable String typed, BindingResult errors) {
        if (Typed.text(typed).isEmpty()) {
            return null;
        }
        LocalDate day = Typed.day(typed);
        if (day == null) {
            errors.rejectValue(field, "partner.day.wrong");
        }
        return day;
    }

    long readOwner() {
        return Typed.number(owner);
    }

    int readSeen() {
        return (int) Typed.number(seen);
    }
}
