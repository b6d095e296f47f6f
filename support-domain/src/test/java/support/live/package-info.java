/** Tests of how far a reader has read. */
@NullMarked
package support.live;

import org.jspecify.annotations.NullMarked;
