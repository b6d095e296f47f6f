/** What happened since, and who is there, in PostgreSQL. */
@NullMarked
package support.live.persistence;

import org.jspecify.annotations.NullMarked;
