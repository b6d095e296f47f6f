/** The vendor's sellers: how an organisation becomes a partner, and until when it is one. */
@NullMarked
package support.partner;

import org.jspecify.annotations.NullMarked;
