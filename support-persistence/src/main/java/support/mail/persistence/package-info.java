/** The outbox in PostgreSQL. */
@NullMarked
package support.mail.persistence;

import org.jspecify.annotations.NullMarked;
