package support.ticket.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import support.people.Viewer;

/**
 * Which tickets a viewer may see, as conditions on the table {@code ticket t}. Every query on tickets that answers a
 * person carries it: what one may not see is not found. This is the only place that says so.
 *
 * <p>Whoever sees a ticket reads all of it. The one exception are tickets that a partner has filed for an end customer
 * which has not agreed, or does so no more: of these the partner's people read what they wrote themselves. What does not
 * name them is about tickets that one reads all of.
 *
 * @param ways the ways in which somebody may see a ticket; no ticket is seen in two of them
 * @param texts for each way, where in {@code ticket_text x} the texts of such tickets lie, so that no others are gone
 *     through; this alone allows nothing
 */
record TicketScope(List<String> ways, List<String> texts, Map<String, @Nullable Object> parameters) {

    static final TicketScope ALL = new TicketScope(List.of("true"), List.of("true"), Map.of());

    private static final TicketScope NONE = new TicketScope(List.of("false"), List.of("false"), Map.of());

    private static final String OURS = "t.organisation_id = :viewerOrganisation";
    private static final String OWN = OURS + " and t.requester_id = :viewer";
    /** An array, so that PostgreSQL can look the tickets up by their numbers. */
    private static final String ASKED_TO =
            "t.number = any (array(select x.ticket_number from ticket_participant x where x.person_id = :viewer))";
    /** Filed by a partner for the viewer's organisation, and shared with it: as if the contact had raised it. */
    private static final String FOR_US = """
            t.sharing = 'PARTNER_AND_CUSTOMER' and t.end_customer_id = any (array(
                select c.id from end_customer c where c.organisation_id = :viewerOrganisation
                    and (:viewerSeesColleagues or lower(c.contact) = lower(:viewerEmail))))""";

    private static final String TEXTS_OF_OURS =
            "x.doc @@ cast('''#o' || cast(:viewerOrganisation as text) || '''' as tsquery)";
    private static final String TEXTS_OF_OWN =
            "x.doc @@ cast('''#p' || cast(:viewer as text) || '''' as tsquery) and " + TEXTS_OF_OURS;
    private static final String TEXTS_ASKED_TO =
            "x.ticket_number = any (array(select y.ticket_number from ticket_participant y where y.person_id = :viewer))";
    private static final String TEXTS_FOR_US = """
            x.doc @@ (select cast(string_agg('''#c' || c.id || '''', '|') as tsquery) from end_customer c
                      where c.organisation_id = :viewerOrganisation)""";

    private static final String AGREED = """
            (t.end_customer_id is null or t.organisation_id <> :viewerOrganisation
             or :viewerIsPartner and t.end_customer_id = any (array(
                select c.id from end_customer c where c.partner_id = :viewerOrganisation and c.consent = 'GIVEN')))""";

    private static final String OUR_WORDS =
            "exists (select from person w where w.id = m.author_id and w.organisation_id = :viewerOrganisation)";

    /** Tickets of which the viewer reads all. */
    static TicketScope of(Viewer viewer) {
        return seen(viewer, " and " + AGREED);
    }

    /** These, and those of which the viewer reads but the words of their own side. */
    static TicketScope withOwnWords(Viewer viewer) {
        return seen(viewer, "");
    }

    /** Only the latter. */
    static TicketScope ofOwnWords(Viewer viewer) {
        return viewer.staff() ? NONE : seen(viewer, " and not " + AGREED);
    }

    /** Messages {@code m} of tickets {@code t} that the viewer may read: internal notes are for the desk. */
    static TicketScope ofMessages(Viewer viewer) {
        return seen(viewer, " and not m.internal and (" + AGREED + " or " + OUR_WORDS + ")");
    }

    /** @param also what is to be true of a ticket besides */
    private static TicketScope seen(Viewer viewer, String also) {
        if (viewer.staff()) {
            return ALL;
        }
        String theirs = viewer.seesColleaguesTickets() ? OURS : OWN;
        List<String> ways = List.of(
                theirs + also,
                ASKED_TO + " and not (" + theirs + ")" + also,
                FOR_US + " and not (" + theirs + ") and not " + ASKED_TO + also);
        List<String> texts =
                List.of(viewer.seesColleaguesTickets() ? TEXTS_OF_OURS : TEXTS_OF_OWN, TEXTS_ASKED_TO, TEXTS_FOR_US);
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("viewerOrganisation", viewer.organisation());
        parameters.put("viewer", viewer.id());
        parameters.put("viewerEmail", viewer.email());
        parameters.put("viewerSeesColleagues", viewer.seesColleaguesTickets());
        parameters.put("viewerIsPartner", viewer.activePartner());
        parameters
                .keySet()
                .removeIf(
                        name -> ways.stream().noneMatch(way -> way.contains(":" + name))); // Hibernate knows no others
        return new TicketScope(ways, texts, parameters);
    }

    /** One of the ways. */
    String condition() {
        return "((" + String.join(") or (", ways) + "))";
    }
}
