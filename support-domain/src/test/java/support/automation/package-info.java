@NullMarked
package support.automation;

import org.jspecify.annotations.NullMarked;
