/** What the desk and partners do with promo codes. */
@NullMarked
package support.promotion.app;

import org.jspecify.annotations.NullMarked;
