@NullMarked
package support.scan.app;

import org.jspecify.annotations.NullMarked;
