/** Pages on promo codes, for partners and for leads. */
@NullMarked
package support.promotion.web;

import org.jspecify.annotations.NullMarked;
