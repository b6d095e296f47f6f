/** The PostgreSQL server that the desk writes to: one that was given to it, or one that it brings along and keeps safe. */
@NullMarked
package support.database;

import org.jspecify.annotations.NullMarked;
