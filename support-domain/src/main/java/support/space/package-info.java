/** The page that partners come to, and the vendor's news on it. */
@NullMarked
package support.space;

import org.jspecify.annotations.NullMarked;
