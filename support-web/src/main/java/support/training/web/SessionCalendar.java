package support.training.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import support.training.Session;

/**
 * A session as iCalendar. It keeps its UID through all changes, and counts them: whoever takes the file again has the session once,
 * as it is now. Times stand in UTC: each calendar shows them in its own zone.
 */
final class SessionCalendar {
    private SessionCalendar() {}

    /** @param now when it was taken */
    static byte[] of(Session session, String course, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new Uid(uid(session)));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(session.begins()));
        event.add(new DtEnd<>(session.ends()));
        event.add(new Summary(course));
        event.add(new Location(session.place()));
        event.add(new Sequence(session.version()));
        event.add(new Status(session.cancelled() ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Support Desk//Training//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(event);
        return written(calendar);
    }

    private static String uid(Session session) {
        byte[] named = ("course-session " + session.id()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(named).toString();
    }

    private static byte[] written(Calendar calendar) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
