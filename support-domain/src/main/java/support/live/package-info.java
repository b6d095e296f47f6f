/** What happens while somebody looks. */
@NullMarked
package support.live;

import org.jspecify.annotations.NullMarked;
