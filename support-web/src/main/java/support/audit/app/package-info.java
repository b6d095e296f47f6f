/** Writes down who did what, in the transaction of the deed. */
@NullMarked
package support.audit.app;

import org.jspecify.annotations.NullMarked;
