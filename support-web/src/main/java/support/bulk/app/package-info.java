/** Doing one thing to several tickets. */
@NullMarked
package support.bulk.app;

import org.jspecify.annotations.NullMarked;
