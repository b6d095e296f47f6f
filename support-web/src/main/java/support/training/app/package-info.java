/** What partners and leads do with courses. */
@NullMarked
package support.training.app;

import org.jspecify.annotations.NullMarked;
