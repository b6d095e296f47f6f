@NullMarked
package support.material;

import org.jspecify.annotations.NullMarked;
