/** The audit log in the database. */
@NullMarked
package support.audit.persistence;

import org.jspecify.annotations.NullMarked;
