@NullMarked
package support.licence;

import org.jspecify.annotations.NullMarked;
