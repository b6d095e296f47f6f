/** Macros in PostgreSQL. */
@NullMarked
package support.macro.persistence;

import org.jspecify.annotations.NullMarked;
