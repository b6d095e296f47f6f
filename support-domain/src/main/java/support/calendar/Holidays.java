package support.calendar;

import java.time.Year;
import java.util.List;

/** The statutory holidays of one place. */
public interface Holidays {
    /** In the order of their dates; two may fall on the same date. */
    List<ClosedDay> of(Year year);
}
