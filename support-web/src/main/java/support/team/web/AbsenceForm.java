package support.team.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.site.web.Typed;
import support.team.Absence;

/** An absence as somebody typed it. */
record AbsenceForm(@Nullable String first, @Nullable String last) {
    static final AbsenceForm EMPTY = new AbsenceForm(null, null);

    /** Empty when something is wrong with it. */
    Optional<Absence> read(LocalDate today, BindingResult errors) {
        LocalDate begin = day(first, "first", errors);
        LocalDate end = Typed.text(last).isEmpty() ? begin : day(last, "last", errors);
        if (begin == null || end == null) {
            return Optional.empty();
        }
        if (end.isBefore(today)) {
            errors.rejectValue("last", "absence.over");
        } else if (end.isBefore(begin)) {
            errors.rejectValue("last", "absence.before");
        } else if (end.isAfter(begin.plusDays(Absence.LONGEST_DAYS - 1L))) {
            errors.rejectValue("last", "absence.long");
        }
        return errors.hasErrors() ? Optional.empty() : Optional.of(new Absence(0, begin, end));
    }

    private static @Nullable LocalDate day(@Nullable String typed, String field, BindingResult errors) {
        LocalDate day = Typed.day(typed);
        if (day == null) {
            errors.rejectValue(field, "absence.day");
        }
        return day;
    }
}
