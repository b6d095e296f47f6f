/** Files that come from outside are shown to a virus scanner before the desk keeps them. */
@NullMarked
package support.scan.app;

import org.jspecify.annotations.NullMarked;
