@NullMarked
package support.evidence.app;

import org.jspecify.annotations.NullMarked;
