/** A small language for picking things out of a long list: text to terms and back. */
@NullMarked
package support.query;

import org.jspecify.annotations.NullMarked;
