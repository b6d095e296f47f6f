/** How promises were kept, counted in PostgreSQL. */
@NullMarked
package support.report.persistence;

import org.jspecify.annotations.NullMarked;
