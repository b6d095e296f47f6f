package support.ticket.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import support.people.Viewer;
import support.ticket.TicketFile;
import support.ticket.app.Uploads;
import support.ticket.persistence.TicketView;

/** The files of any form on which one writes: kept at once, so that an error elsewhere in the form costs none. */
@Component
class FormFiles {
    private static final long MEGABYTE = 1024L * 1024;

    private final Uploads uploads;

    FormFiles(Uploads uploads) {
        this.uploads = uploads;
    }

    /** Keeps what can be kept; what cannot becomes an error of the form. */
    void take(FilesForm sent, @Nullable UUID nonce, Viewer by, BindingResult errors) {
        if (nonce == null) {
            return;
        }
        uploads.unstage(sent.removed(), by);
        for (Uploads.Refused refused : uploads.stage(sent.added(), nonce, by)) {
            Object[] words = {refused.name(), limit(refused.reason())};
            errors.reject("files." + refused.reason(), words, refused.name());
        }
    }

    private static long limit(Uploads.Refused.Reason reason) {
        return reason == Uploads.Refused.Reason.TOO_MANY ? TicketFile.MOST : TicketFile.LARGEST / MEGABYTE;
    }

    List<TicketView.File> staged(@Nullable UUID nonce, Viewer by) {
        return nonce == null ? List.of() : uploads.staged(nonce, by);
    }
}
