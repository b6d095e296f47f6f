package support.coverage.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import support.coverage.ScopeRule;
import support.coverage.ScopeTerms;

/**
 * The conditions of free support as a lead writes them: anything may be missing or absurd.
 *
 * @param basedOn the version that was on the page
 */
record ScopeForm(
        @Nullable List<String> rules,

        @NotNull(message = "{scope.days}") @Pattern(regexp = DAYS, message = "{scope.days}") @Nullable
        String graceDays,

        @NotNull(message = "{scope.days}") @Pattern(regexp = DAYS, message = "{scope.days}") @Nullable
        String warnDays,

        @Nullable String basedOn) {

    /** 0 to 366. */
    private static final String DAYS = "\\d{1,2}|[12]\\d{2}|3[0-5]\\d|36[0-6]";

    static ScopeForm of(ScopeTerms terms) {
        return new ScopeForm(
                terms.inForce().stream().map(Enum::name).toList(),
                String.valueOf(terms.graceDays()),
                String.valueOf(terms.warnDays()),
                String.valueOf(terms.version()));
    }

    public boolean holds(ScopeRule rule) {
        return rules != null && rules.contains(rule.name());
    }

    /** The form has no errors; one that says no version is based on none that there is. */
    ScopeTerms next() {
        Set<ScopeRule> inForce =
                Arrays.stream(ScopeRule.values()).filter(this::holds).collect(Collectors.toSet());
        boolean known = basedOn != null && basedOn.matches("\\d{1,9}");
        return new ScopeTerms(
                known ? Integer.parseInt(Objects.requireNonNull(basedOn)) + 1 : -1,
                inForce,
                Integer.parseInt(Objects.requireNonNull(graceDays)),
                Integer.parseInt(Objects.requireNonNull(warnDays)));
    }
}
