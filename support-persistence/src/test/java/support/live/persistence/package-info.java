/** Tests against PostgreSQL. */
@NullMarked
package support.live.persistence;

import org.jspecify.annotations.NullMarked;
