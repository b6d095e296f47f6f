/** Tests of the house as a whole. */
@NullMarked
package support;

import org.jspecify.annotations.NullMarked;
