/** How people get in: what they show to prove who they are, and what is enough. */
@NullMarked
package support.access;

import org.jspecify.annotations.NullMarked;
