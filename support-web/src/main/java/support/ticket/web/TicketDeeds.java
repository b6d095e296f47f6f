package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.people.Viewer;
import support.ticket.Refusal;
import support.ticket.TicketNumber;
import support.ticket.app.StaleTicket;

/** Does something to a ticket and leads back to its page, or shows the page with what stands in the way. */
@Component
class TicketDeeds {
    private final TicketPage page;

    TicketDeeds(TicketPage page) {
        this.page = page;
    }

    /** @param unreadable what is wrong when words are missing or too long */
    String run(
            TicketNumber number,
            String unreadable,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Runnable verb) {
        return run(number, "#coverage", unreadable, viewer, model, response, verb);
    }

    /** @param place of the page, to which it leads back */
    String run(
            TicketNumber number,
            String place,
            String unreadable,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Runnable verb) {
        page.find(number, viewer);
        try {
            verb.run();
            return "redirect:/tickets/" + number + place;
        } catch (StaleTicket stale) {
            Since.tell(stale.seen(), model);
            return refuse(number, "ticket.stale", viewer, model, response);
        } catch (IllegalArgumentException words) {
            return refuse(number, unreadable, viewer, model, response);
        } catch (Refusal refusal) {
            return refuse(number, "ticket.refused." + refusal.reason(), viewer, model, response);
        }
    }

    /** The page with what stands in the way. */
    String refuse(TicketNumber number, String problem, Viewer viewer, Model model, HttpServletResponse response) {
        return page.back(number, problem, viewer, model, response);
    }
}
