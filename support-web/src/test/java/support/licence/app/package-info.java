@NullMarked
package support.licence.app;

import org.jspecify.annotations.NullMarked;
