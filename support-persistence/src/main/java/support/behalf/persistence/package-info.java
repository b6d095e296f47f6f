/** End customers of partners, and what was said, in PostgreSQL. */
@NullMarked
package support.behalf.persistence;

import org.jspecify.annotations.NullMarked;
