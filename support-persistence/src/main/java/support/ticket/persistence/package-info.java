/** Tickets in PostgreSQL: rows for changing them, read models shaped for screens. */
@NullMarked
package support.ticket.persistence;

import org.jspecify.annotations.NullMarked;
