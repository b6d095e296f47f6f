/** Answers that are prepared once and used often, with what usually goes along with them. */
@NullMarked
package support.macro;

import org.jspecify.annotations.NullMarked;
