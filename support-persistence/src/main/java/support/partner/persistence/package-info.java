/** Partners of the vendor, and what happened to them, in PostgreSQL. */
@NullMarked
package support.partner.persistence;

import org.jspecify.annotations.NullMarked;
