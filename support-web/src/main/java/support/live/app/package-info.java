/** Tells all who look what happens, on each instance of the desk. */
@NullMarked
package support.live.app;

import org.jspecify.annotations.NullMarked;
