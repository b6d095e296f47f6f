package support.mail.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import support.mail.Letter;
import support.mail.app.Letters;
import support.mail.persistence.Outbox;
import support.ticket.TicketNumber;

/** Every letter and its state, for admins. */
@Controller
class OutboxController {
    private static final int PAGE = 50;

    private final Outbox outbox;
    private final Letters letters;

    OutboxController(Outbox outbox, Letters letters) {
        this.outbox = outbox;
        this.letters = letters;
    }

    @GetMapping("/outbox")
    String list(
            @RequestParam(required = false) Letter.@Nullable State state,
            @RequestParam(required = false) @Nullable TicketNumber ticket,
            @RequestParam(required = false) @Nullable Instant before,
            Model model) {
        List<Outbox.Entry> entries = outbox.newest(state, ticket, before, PAGE + 1);
        List<Outbox.Entry> page = entries.subList(0, Math.min(PAGE, entries.size()));
        model.addAttribute("letters", page);
        model.addAttribute(
                "before", entries.size() > PAGE ? page.getLast().letter().writtenAt() : null);
        model.addAttribute("state", state);
        model.addAttribute("server", letters.hasServer());
        return "outbox/list";
    }

    @GetMapping("/outbox/{id}")
    String letter(@PathVariable UUID id, Model model) {
        Outbox.Entry entry = find(id);
        model.addAttribute("entry", entry);
        model.addAttribute("resendable", letters.hasServer() && isStuck(entry.state()));
        return "outbox/letter";
    }

    private static boolean isStuck(Letter.State state) {
        return state == Letter.State.FAILED || state == Letter.State.HELD;
    }

    /** The letter as its reader sees it, in a frame that can do nothing else. */
    @GetMapping("/outbox/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(find(id).letter().html());
    }

    @PostMapping("/outbox/{id}/sending")
    String resend(@PathVariable UUID id) {
        letters.resend(find(id).letter().id());
        return "redirect:/outbox/" + id;
    }

    /** Links by which one can act as the reader are shown only where no letter leaves the desk: nobody could follow them else. */
    private Outbox.Entry find(UUID id) {
        return outbox.find(id)
                .map(entry -> entry.state() == Letter.State.HELD ? entry : entry.withoutSecret())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
