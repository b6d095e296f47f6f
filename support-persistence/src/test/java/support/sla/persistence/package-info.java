@NullMarked
package support.sla.persistence;

import org.jspecify.annotations.NullMarked;
