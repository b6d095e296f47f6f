@NullMarked
package support.promotion;

import org.jspecify.annotations.NullMarked;
