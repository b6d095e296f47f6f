package support.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import support.macro.Macro;
import support.macro.persistence.Macros;
import support.ticket.Status;
import support.ticket.Tag;

/** Macros of the demo: what any desk says every day. */
@Component
class DemoMacros {
    private static final List<Macro> SHARED = List.of(
            shared("Ask for the log", """
                    Dear {{customer.name}},

                    thank you for writing. To find out what happens in {{ticket.app}} we need the log of the time when it happened:

                    1. Open **Administration > Support tools**.
                    2. Choose **Save the log**, and add the file to {{ticket.number}}.

                    Best regards
                    {{agent.name}}""", Status.WAITING_FOR_CUSTOMER, false, "log-wanted"),
            shared("We are looking into it", """
                    Dear {{customer.name}},

                    we have read "{{ticket.subject}}" and can see it happen here. We are looking for the cause.

                    Best regards
                    {{agent.name}}""", Status.OPEN, true),
            shared("Solved by the newest version", """
                    Dear {{customer.name}},

                    the newest version of {{ticket.app}} mends this. After the update, open the page once with **Shift** and reload.

                    Best regards
                    {{agent.name}}""", Status.RESOLVED, false, "needs-update"),
            shared("Is it still there?", """
                    Dear {{customer.name}},

                    does it still happen? If we hear nothing we take {{ticket.number}} as solved; a reply opens it again.

                    Best regards
                    {{agent.name}}""", Status.RESOLVED, false),
            shared("Known, and being mended", """
                    Dear {{customer.name}},

                    this is known to us, and being worked on. What becomes of it stands under *Known issues*; follow it there to be told.

                    Best regards
                    {{agent.name}}""", null, false, "known-issue"),
            shared("Thank you for the idea", """
                    Dear {{customer.name}},

                    thank you for "{{ticket.subject}}". We gather what people wish for in {{ticket.app}}, and say so here when we plan it.

                    Best regards
                    {{agent.name}}""", null, false),
            shared("Take it and ask for a call", "", null, true, "call"));

    private final Macros macros;
    private final JdbcClient database;

    DemoMacros(Macros macros, JdbcClient database) {
        this.macros = macros;
        this.database = database;
    }

    void add() {
        SHARED.forEach(macros::add);
        database.sql("update macro set demo = true").update();
    }

    private static Macro shared(String title, String text, @Nullable Status next, boolean toUser, String... tags) {
        return new Macro(
                0, null, title, text, next, List.of(tags).stream().map(Tag::new).toList(), toUser, null, 0);
    }
}
