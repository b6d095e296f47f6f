/** The published terms of service in PostgreSQL. */
@NullMarked
package support.sla.persistence;

import org.jspecify.annotations.NullMarked;
