@NullMarked
package support.ticket;

import org.jspecify.annotations.NullMarked;
