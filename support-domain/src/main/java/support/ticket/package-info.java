/** Tickets: what a customer asked, what happened to it, and the rules of its life. */
@NullMarked
package support.ticket;

import org.jspecify.annotations.NullMarked;
