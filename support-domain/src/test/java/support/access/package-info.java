@NullMarked
package support.access;

import org.jspecify.annotations.NullMarked;
