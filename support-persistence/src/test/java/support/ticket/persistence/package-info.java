@NullMarked
package support.ticket.persistence;

import org.jspecify.annotations.NullMarked;
