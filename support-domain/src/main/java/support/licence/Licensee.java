package support.licence;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.people.Viewer;

/**
 * Whose licences count: those on which the address is a contact, and those of the organisation.
 *
 * @param organisation null where none is known
 */
public record Licensee(String email, @Nullable Long organisation) {
    /** Nobody whose licences are known: only a number that is named finds one. */
    public static final Licensee UNKNOWN = new Licensee("", null);

    public static Licensee of(Viewer person) {
        return new Licensee(person.email(), person.organisation());
    }

    public boolean isUnknown() {
        return Objects.equals(this, UNKNOWN);
    }
}
