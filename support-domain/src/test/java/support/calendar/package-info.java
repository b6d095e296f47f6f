@NullMarked
package support.calendar;

import org.jspecify.annotations.NullMarked;
