package support.licence.app;

import support.licence.Licence;

/** Somebody else who can be asked for a licence that the desk does not know. */
public interface LicenceLookup {
    sealed interface Answer {}

    record Found(Licence licence) implements Answer {}

    /** There is no such licence. */
    record None() implements Answer {}

    /** Nobody could say: no answer, one that came too late, or one that makes no sense. */
    record Unavailable() implements Answer {}

    /** @param number as a customer typed it */
    Answer find(String number);
}
