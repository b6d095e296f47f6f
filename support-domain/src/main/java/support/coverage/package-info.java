/** Whether a request is covered by the vendor's free support, and why: docs/coverage.md has the rules. */
@NullMarked
package support.coverage;

import org.jspecify.annotations.NullMarked;
