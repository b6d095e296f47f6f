package support.people;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The person who is looking or acting, as the database knows that person at this moment: a role that is taken away
 * counts with the next request.
 *
 * @param organisation null for people of the desk
 * @param manages looks after the people of the organisation
 * @param sharesTickets the organisation lets its people see each other's tickets
 * @param partnerKind as what the organisation is a partner of the vendor at this moment; null when it is none, or one no
 *     more, or not yet
 * @param zone in which the person reads times
 */
public record Viewer(
        long id,
        String name,
        String email,
        Role role,
        @Nullable Long organisation,
        boolean manages,
        boolean sharesTickets,
        @Nullable PartnerKind partnerKind,
        ZoneId zone,
        Locale locale) {

    /** Belongs to the desk. */
    public boolean staff() {
        return role.staff();
    }

    /** The organisation is a partner of the vendor at this moment. */
    public boolean activePartner() {
        return partnerKind != null;
    }

    /** Sees the tickets of all people of the organisation; those of a partner always do. */
    public boolean seesColleaguesTickets() {
        return sharesTickets || activePartner();
    }
}
