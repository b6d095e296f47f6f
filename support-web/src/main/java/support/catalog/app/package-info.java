/** Changing the catalogue. */
@NullMarked
package support.catalog.app;

import org.jspecify.annotations.NullMarked;
