package support.publishing.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.calendar.CalendarPlan;
import support.calendar.RefusedCalendar;
import support.calendar.ServiceCalendar;
import support.calendar.StatutoryHolidays;
import support.publishing.Subject;
import support.publishing.app.Drafting;
import support.publishing.persistence.Drafts;
import support.publishing.persistence.SignOffs;
import support.sla.Terms;
import support.sla.app.CurrentTerms;

/** What the page of a calendar shows beside the form. */
@Component
class CalendarPages {
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/"))
            .sorted()
            .toList();

    private final Drafting drafting;
    private final CurrentTerms terms;
    private final SignOffs signOffs;
    private final Clock clock;

    CalendarPages(Drafting drafting, CurrentTerms terms, SignOffs signOffs, Clock clock) {
        this.drafting = drafting;
        this.terms = terms;
        this.signOffs = signOffs;
        this.clock = clock;
    }

    /** By the wall clock of the desk. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(terms.calendar().zone()));
    }

    Drafts.@Nullable Draft draft(String name) {
        return name.isBlank() ? null : drafting.find(Subject.calendar(name)).orElse(null);
    }

    /** What the newest version was made of; for a new calendar the usual zone and holidays, and no hours yet. */
    CalendarPlan published(String name) {
        return drafting.published(name).orElseGet(() -> {
            CalendarPlan usual = CalendarPlan.officeHours();
            return new CalendarPlan(usual.zone(), Map.of(), usual.country(), usual.state(), List.of(), List.of());
        });
    }

    /** Whether there is such a calendar, or somebody writes one. */
    boolean exists(String name) {
        Subject subject = Subject.calendar(name);
        return subject.newestIn(terms.published()) > 0 || drafting.find(subject).isPresent();
    }

    /** @param plan null when the form says none: there is nothing to look at then */
    String show(CalendarForm form, @Nullable CalendarPlan plan, String known, @Nullable Integer year, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("known", known);
        model.addAttribute("draft", draft(known));
        model.addAttribute("published", terms.published().newest(known).orElse(null));
        model.addAttribute("countries", StatutoryHolidays.countries());
        model.addAttribute("states", states(form.country()));
        model.addAttribute("zones", ZONES);
        model.addAttribute("signOff", signOff(known, year(year)));
        look(plan, year, model);
        return "publishing/calendar";
    }

    /** What the calendar looks like; nothing where no calendar can be made of the plan. */
    void look(@Nullable CalendarPlan plan, @Nullable Integer year, Model model) {
        model.addAttribute("view", plan == null ? null : view(plan, year));
    }

    private static Map<String, String> states(String country) {
        try {
            return country.isEmpty() ? Map.of() : StatutoryHolidays.states(country);
        } catch (RefusedCalendar unknown) {
            return Map.of();
        }
    }

    /** Null when no calendar can be made of the plan. */
    private @Nullable CalendarView view(CalendarPlan plan, @Nullable Integer year) {
        try {
            ServiceCalendar calendar = plan.build(terms.published().calendarVersion() + 1, plan.statutory());
            return CalendarView.of(calendar, plan, clock.instant(), year(year));
        } catch (RefusedCalendar refused) {
            return null; // keeping it says why
        }
    }

    private int year(@Nullable Integer year) {
        int asked = year == null ? today().getYear() : year;
        return Math.clamp(asked, CalendarPlan.FIRST_YEAR, CalendarPlan.LAST_YEAR);
    }

    private SignOffs.@Nullable SignOff signOff(String name, int year) {
        return terms.published()
                .newest(name)
                .map(Terms.PublishedCalendar::calendar)
                .flatMap(calendar -> signOffs.of(name, calendar.version(), year))
                .orElse(null);
    }
}
