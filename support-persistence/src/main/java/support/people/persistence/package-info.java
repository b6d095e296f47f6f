/** People in PostgreSQL. */
@NullMarked
package support.people.persistence;

import org.jspecify.annotations.NullMarked;
