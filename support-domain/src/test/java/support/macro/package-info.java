@NullMarked
package support.macro;

import org.jspecify.annotations.NullMarked;
