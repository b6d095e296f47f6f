package support.ticket.web;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.behalf.app.Asking;
import support.catalog.persistence.Apps;
import support.people.Viewer;
import support.ticket.Status;
import support.ticket.persistence.LaneLists;

/** What the lane view shows around its list. */
@Component
class LanePage {
    private static final int MOST_OWN = 200;

    private final LaneLists lane;
    private final Asking asking;
    private final Apps apps;

    LanePage(LaneLists lane, Asking asking, Apps apps) {
        this.lane = lane;
        this.asking = asking;
        this.apps = apps;
    }

    void show(LaneForm form, Quarter quarter, Instant now, Viewer viewer, Model model) {
        model.addAttribute("now", now);
        model.addAttribute("quarter", quarter);
        model.addAttribute("promises", lane.kept(viewer, quarter.from(), quarter.to(), now));
        model.addAttribute("customers", asking.all(viewer));
        model.addAttribute("apps", apps.active());
        model.addAttribute("statuses", Status.values());
        boolean first = !form.isFiltered() && form.after() == null;
        model.addAttribute("own", first ? lane.ownWords(viewer, MOST_OWN) : List.of());
    }
}
