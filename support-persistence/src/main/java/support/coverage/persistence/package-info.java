/** What was judged, and by which terms, in PostgreSQL. */
@NullMarked
package support.coverage.persistence;

import org.jspecify.annotations.NullMarked;
