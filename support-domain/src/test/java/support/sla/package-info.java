@NullMarked
package support.sla;

import org.jspecify.annotations.NullMarked;
