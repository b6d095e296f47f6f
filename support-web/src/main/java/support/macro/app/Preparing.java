package support.macro.app;

import support.macro.Macro;
import support.macro.persistence.Macros;
import support.people.Viewer;
import support.ticket.Extras;
import support.ticket.app.Preparations.Prepared;

/** What a macro brings along with an answer of a person. */
public final class Preparing {
    private Preparing() {}

    public static Prepared of(Macros.Line line, Viewer by) {
        Macro macro = line.macro();
        Extras extras = new Extras(macro.title(), macro.tags(), macro.assigneeFor(by));
        return new Prepared(macro.id(), extras, macro.toUser() ? by.name() : line.assignee());
    }
}
