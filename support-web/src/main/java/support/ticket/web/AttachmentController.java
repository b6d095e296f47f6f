package support.ticket.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import support.people.Viewer;
import support.site.web.SavedFile;
import support.ticket.TicketFile;
import support.ticket.persistence.Attachments;

/** Files of tickets: saved, never shown, so that nothing in one can act as a page of the desk. */
@Controller
class AttachmentController {
    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/attachments/{id}")
    ResponseEntity<StreamingResponseBody> file(@PathVariable UUID id, Viewer viewer) {
        TicketFile file =
                attachments.find(id, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return SavedFile.answer(file.name(), file.size(), out -> attachments.copy(file.id(), file.size(), out));
    }
}
