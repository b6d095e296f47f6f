/** Tests of the language. */
@NullMarked
package support.query;

import org.jspecify.annotations.NullMarked;
