/** People, their organisations, and who is looking. */
@NullMarked
package support.people;

import org.jspecify.annotations.NullMarked;
