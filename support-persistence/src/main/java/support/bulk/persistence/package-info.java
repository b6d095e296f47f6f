/** What was done to several tickets at once, in PostgreSQL. */
@NullMarked
package support.bulk.persistence;

import org.jspecify.annotations.NullMarked;
