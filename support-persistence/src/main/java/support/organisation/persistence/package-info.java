/** Organisations, and lists of people, in PostgreSQL. */
@NullMarked
package support.organisation.persistence;

import org.jspecify.annotations.NullMarked;
