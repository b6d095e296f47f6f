/** When the desk is open, and what that makes of time: the rules are in docs/sla.md. */
@NullMarked
package support.calendar;

import org.jspecify.annotations.NullMarked;
