/** Known issues and ideas: what is true for many customers at once, in words that all may read. */
@NullMarked
package support.topic;

import org.jspecify.annotations.NullMarked;
