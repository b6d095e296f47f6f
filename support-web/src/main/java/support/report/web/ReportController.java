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
import support.report.persistence.CoverageCounts;
import support.report.persistence.PromiseCounts;
import support.sla.app.CurrentTerms;

/** Promises kept and missed, and what was judged of coverage: a month of the desk's zone at a time. */
@Controller
class ReportController {
    private final PromiseCounts promises;
    private final CoverageCounts coverage;
    private final CurrentTerms terms;
    private final Clock clock;

    ReportController(PromiseCounts promises, CoverageCounts coverage, CurrentTerms terms, Clock clock) {
        this.promises = promises;
        this.coverage = coverage;
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

    @GetMapping("/report/coverage")
    String coverage(
            @RequestParam(required = false) @DateTimeFormat(pattern = "yyyy-MM") @Nullable YearMonth month,
            Model model) {
        ZoneId zone = terms.calendar().zone();
        YearMonth current = YearMonth.from(clock.instant().atZone(zone));
        YearMonth shown = month == null ? current : month;
        Instant from = start(shown, zone);
        Instant to = start(shown.plusMonths(1), zone);
        model.addAttribute("apps", coverage.byApp(from, to));
        model.addAttribute("rules", coverage.byRule(from, to));
        model.addAttribute("offers", coverage.offers(from, to));
        model.addAttribute("decided", coverage.decided(from, to));
        model.addAttribute("month", shown);
        model.addAttribute("current", current);
        return "report/coverage";
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
