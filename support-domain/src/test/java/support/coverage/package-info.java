@NullMarked
package support.coverage;

import org.jspecify.annotations.NullMarked;
