/** Partners act on behalf of end customers: whose consent they need, and what was said of it. */
@NullMarked
package support.behalf;

import org.jspecify.annotations.NullMarked;
