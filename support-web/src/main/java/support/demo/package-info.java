/** A desk to look around in: plainly fictional people and tickets, made at the first start and removable. */
@NullMarked
package support.demo;

import org.jspecify.annotations.NullMarked;
