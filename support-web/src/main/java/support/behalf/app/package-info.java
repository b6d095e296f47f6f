/** What partners and end customers do about consent: one transaction a call. */
@NullMarked
package support.behalf.app;

import org.jspecify.annotations.NullMarked;
