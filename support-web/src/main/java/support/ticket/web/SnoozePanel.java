package support.ticket.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.people.Viewer;
import support.site.web.Times;
import support.ticket.TicketEvent;
import support.ticket.TicketState;
import support.ticket.persistence.TicketView;

/** Until when a ticket is set aside, and until when it could be. */
@Component
class SnoozePanel {
    /**
     * @param until in words; null where it is not set aside
     * @param presses what is promised needs a look now: it cannot be set aside
     * @param zone in which a time of one's own is read
     */
    record Panel(@Nullable String until, boolean presses, List<Choice> choices, String zone) {}

    record Choice(SnoozeTimes.When when, Times.Shown at) {}

    private final SnoozeTimes snoozes;
    private final Times times;
    private final MessageSourceAccessor words;

    SnoozePanel(SnoozeTimes snoozes, Times times, MessageSource messages) {
        this.snoozes = snoozes;
        this.times = times;
        this.words = new MessageSourceAccessor(messages);
    }

    /** Nothing where the ticket is done, or the viewer answers nobody. */
    void show(TicketView ticket, Viewer viewer, Instant now, Model model) {
        TicketState state = ticket.state();
        if (viewer.role().answers() && !state.status().isDone()) {
            boolean presses = state.presses(now);
            List<Choice> choices = presses ? List.of() : choices(state, viewer, now);
            model.addAttribute("snooze", new Panel(until(ticket, viewer, now), presses, choices, zone(viewer, now)));
        }
    }

    /** Those before what is promised needs a look, and that moment itself where it comes before the others. */
    private List<Choice> choices(TicketState state, Viewer viewer, Instant now) {
        Instant latest = state.nextLook().orElse(Instant.MAX);
        List<Choice> choices = new ArrayList<>();
        snoozes.byName(now).forEach((when, at) -> {
            if (at.isBefore(latest)) {
                choices.add(new Choice(when, times.shown(at, viewer)));
            }
        });
        if (latest.isBefore(now.plus(SnoozeTimes.FARTHEST))) {
            choices.add(new Choice(SnoozeTimes.When.PROMISE, times.shown(latest, viewer)));
        }
        return choices;
    }

    private @Nullable String until(TicketView ticket, Viewer viewer, Instant now) {
        Instant until = ticket.state().snoozedUntil();
        if (until == null || !until.isAfter(now)) {
            return null;
        }
        boolean cut = ticket.state().nextLook().filter(until::equals).isPresent();
        return words.getMessage(
                cut ? "snooze.until.promise" : "snooze.until.by",
                new Object[] {times.both(until, viewer), who(ticket.history())});
    }

    private String who(List<TicketView.Event> history) {
        return history.reversed().stream()
                .filter(event -> event.event().what() instanceof TicketEvent.Snoozed)
                .map(TicketView.Event::actor)
                .findFirst()
                .orElseGet(() -> words.getMessage("history.desk"));
    }

    private String zone(Viewer viewer, Instant now) {
        String clock = times.clock(now, viewer);
        return clock.substring(clock.indexOf(' ') + 1);
    }
}
