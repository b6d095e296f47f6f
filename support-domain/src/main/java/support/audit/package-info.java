/** Who did what to people, roles, organisations, settings and sign-ins: kept for ever, changed by nobody. */
@NullMarked
package support.audit;

import org.jspecify.annotations.NullMarked;
