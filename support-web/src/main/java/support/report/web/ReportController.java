package support.report.web;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.report.persistence.PromiseCounts;
import support.sla.app.CurrentTerms;

/** Promises kept and missed, a month of the desk's zone at a time. */
@Controller
class ReportController {
    private final PromiseCounts promises;
    private final CurrentTerms terms;
    private final Clock clock;

    ReportController(PromiseCounts promises, CurrentTerms terms, Clock clock) {
        this.promises = promises;
        this.terms = terms;
        this.clock = clock;
    }

    @GetMapping("/report")
    String month(
            @RequestParam(required = false) @DateTimeFormat(pattern = "yyyy-MM") @Nullable YearMonth month,
            Model model) {
        ZoneId zone = terms.calendar().zone();
        Instant now = clock.instant();
        YearMonth current = YearMonth.from(now.atZone(zone));
        YearMonth shown = month == null ? current : month;
        model.addAttribute(
                "reports", MonthReport.of(promises.due(start(shown, zone), start(shown.plusMonths(1), zone), now)));
        model.addAttribute("month", shown);
        model.addAttribute("current", current);
        model.addAttribute("zone", zone);
        return "report/month";
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
