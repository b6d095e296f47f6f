@NullMarked
package support.audit.persistence;

import org.jspecify.annotations.NullMarked;
