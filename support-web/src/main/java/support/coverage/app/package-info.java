/** Judging coverage at intake. */
@NullMarked
package support.coverage.app;

import org.jspecify.annotations.NullMarked;
