@NullMarked
package support.live.app;

import org.jspecify.annotations.NullMarked;
