@NullMarked
package support.training;

import org.jspecify.annotations.NullMarked;
