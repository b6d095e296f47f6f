/** What people and timers do to tickets: one transaction a call. */
@NullMarked
package support.ticket.app;

import org.jspecify.annotations.NullMarked;
