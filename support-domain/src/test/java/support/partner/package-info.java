@NullMarked
package support.partner;

import org.jspecify.annotations.NullMarked;
