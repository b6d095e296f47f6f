package support.training.app;

import support.training.Session;

/** What came of asking for a seat. */
public sealed interface Booking {
    /** Also for somebody who has had one before. */
    record Seat(int number) implements Booking {}

    record Waiting() implements Booking {}

    record Refused(Session.Refusal why) implements Booking {}
}
