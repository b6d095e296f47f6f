/** Licences in PostgreSQL. */
@NullMarked
package support.licence.persistence;

import org.jspecify.annotations.NullMarked;
