/** What people do with macros. */
@NullMarked
package support.macro.app;

import org.jspecify.annotations.NullMarked;
