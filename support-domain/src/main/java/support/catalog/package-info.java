/** The apps that the vendor supports. */
@NullMarked
package support.catalog;

import org.jspecify.annotations.NullMarked;
