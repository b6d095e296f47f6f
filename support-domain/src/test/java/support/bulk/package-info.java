@NullMarked
package support.bulk;

import org.jspecify.annotations.NullMarked;
