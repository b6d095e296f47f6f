/** Courses, seats and certificates in PostgreSQL. */
@NullMarked
package support.training.persistence;

import org.jspecify.annotations.NullMarked;
