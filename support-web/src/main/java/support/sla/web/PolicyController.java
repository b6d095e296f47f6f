package support.sla.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.calendar.ClosedDay;
import support.calendar.OutsideCalendar;
import support.calendar.ServiceCalendar;
import support.calendar.Window;
import support.sla.Lane;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.Receipt;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;
import support.sla.app.CurrentTerms;

/** The support policy, for everybody: it needs no database. */
@Controller
class PolicyController {
    /** @param windows as {@code 09:00-17:00}; empty when closed */
    record Day(DayOfWeek day, List<Window> windows) {}

    /** What would be promised for a level. */
    record Trial(Severity severity, Duration target, Instant dueAt, Receipt receipt) {}

    private static final int CLOSED_DAYS = 6;

    private final CurrentTerms terms;
    private final Clock clock;

    PolicyController(CurrentTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** @param at when one would write, as the desk's wall clock shows it: {@code 2026-10-30T16:30} */
    @GetMapping("/policy")
    String policy(@RequestParam(required = false) @Nullable String at, Model model) {
        ServiceCalendar calendar = terms.calendar();
        Instant now = clock.instant();
        Optional<Instant> chosen = read(at);
        Instant start = chosen.orElse(now);
        model.addAttribute(
                "week",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Day(day, calendar.week(day)))
                        .toList());
        List<ClosedDay> closedDays =
                calendar.closedDaysFrom(now.atZone(calendar.zone()).toLocalDate(), CLOSED_DAYS);
        model.addAttribute("closedDays", closedDays);
        model.addAttribute("openingHours", OpeningHoursData.of(calendar, closedDays));
        model.addAttribute("zone", calendar.zone());
        model.addAttribute("trials", trials(start));
        model.addAttribute("promised", PromisedTimes.of(terms.policy()));
        model.addAttribute("start", start);
        model.addAttribute("startsAt", calendar.hours().nextOpening(start).orElse(start));
        model.addAttribute("at", at == null ? local(now) : at);
        model.addAttribute("problem", at != null && chosen.isEmpty());
        return "sla/policy";
    }

    private List<Trial> trials(Instant start) {
        return Arrays.stream(Severity.values())
                .flatMap(severity -> trial(start, severity).stream())
                .toList();
    }

    private Optional<Trial> trial(Instant start, Severity severity) {
        Terms known = terms.published();
        return Promise.firstResponse(start, RequestType.SUPPORT_REQUEST, severity, Lane.STANDARD, known)
                .map(made -> new Trial(severity, made.target(), made.dueAt(), Receipt.of(made, known)));
    }

    /** Empty for what is no time, or none for which the calendar can promise anything. */
    private Optional<Instant> read(@Nullable String at) {
        if (at == null) {
            return Optional.empty();
        }
        try {
            Instant start =
                    LocalDateTime.parse(at).atZone(terms.calendar().zone()).toInstant();
            terms.calendar().hours().deadline(start, longest());
            return Optional.of(start);
        } catch (DateTimeException | OutsideCalendar notToBeHad) {
            return Optional.empty();
        }
    }

    private Duration longest() {
        return terms.policy().targets().values().stream()
                .map(Policy.Target::time)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private String local(Instant at) {
        return at.atZone(terms.calendar().zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
