/** The desk as people meet it: over HTTP, on a real database. */
@NullMarked
package support.walk;

import org.jspecify.annotations.NullMarked;
