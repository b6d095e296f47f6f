/** Promo codes: campaigns of the vendor, and the codes that partners hand on to named customers. */
@NullMarked
package support.promotion;

import org.jspecify.annotations.NullMarked;
