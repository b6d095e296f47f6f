/** What leads do with news. */
@NullMarked
package support.space.app;

import org.jspecify.annotations.NullMarked;
