/** What the API does beyond the doors of the desk. */
@NullMarked
package support.api.app;

import org.jspecify.annotations.NullMarked;
