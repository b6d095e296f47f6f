/** The doors to tickets: portal pages for customers, the queue and the ticket page for the desk. */
@NullMarked
package support.ticket.web;

import org.jspecify.annotations.NullMarked;
