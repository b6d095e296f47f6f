/** One thing that is done to several tickets at once, and taken back. */
@NullMarked
package support.bulk;

import org.jspecify.annotations.NullMarked;
