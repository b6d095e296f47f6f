package support.ticket.web;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.people.Viewer;
import support.site.web.Typed;
import support.ticket.SavedView;

/**
 * A view as somebody wrote it down: anything may be missing or absurd.
 *
 * @param q what the queue is asked for
 * @param shared anything when the whole desk is to see it
 */
record ViewForm(
        @Nullable String name, @Nullable String q, @Nullable String shared) {
    public String query() {
        return Typed.line(q);
    }

    public boolean isShared() {
        return shared != null && !shared.isBlank();
    }

    /** Of whoever writes it or, where a lead says so, of all; right only when there are no errors. */
    SavedView read(BindingResult errors, Viewer by) {
        String line = Typed.line(name);
        if (line.isEmpty() || line.length() > SavedView.LONGEST_NAME) {
            errors.rejectValue("name", "views.name.wrong");
        }
        return new SavedView(0, isShared() && by.role().leads() ? null : Long.valueOf(by.id()), line, query());
    }
}
