package support.ticket.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import support.catalog.Hosting;
import support.coverage.Help;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Sharing;
import support.ticket.Status;

/** In a form, an answer that cannot be is no answer: the form comes back and asks for it, with all other words kept. */
@ControllerAdvice(
        assignableTypes = {
            RaiseController.class,
            ConversationController.class,
            DraftController.class,
            LiveController.class
        })
class LenientForms {
    @InitBinder("form")
    void read(WebDataBinder form) {
        form.registerCustomEditor(RequestType.class, new OrNull(RequestType::valueOf));
        form.registerCustomEditor(Severity.class, new OrNull(Severity::valueOf));
        form.registerCustomEditor(Status.class, new OrNull(Status::valueOf));
        form.registerCustomEditor(Long.class, new OrNull(Long::valueOf));
        form.registerCustomEditor(Integer.class, new OrNull(Integer::valueOf));
        form.registerCustomEditor(Sharing.class, new OrNull(Sharing::valueOf));
        form.registerCustomEditor(UUID.class, new OrNull(UUID::fromString));
        form.registerCustomEditor(Hosting.class, new OrNull(Hosting::valueOf));
        form.registerCustomEditor(Help.class, new OrNull(Help::valueOf));
    }

    private static final class OrNull extends PropertyEditorSupport {
        private final Function<String, Object> reader;

        OrNull(Function<String, Object> reader) {
            this.reader = reader;
        }

        @Override
        public void setAsText(@Nullable String text) {
            try {
                setValue(text == null ? null : reader.apply(text));
            } catch (IllegalArgumentException e) {
                setValue(null);
            }
        }
    }
}
