/** What managers and admins do about organisations and people: one transaction a call. */
@NullMarked
package support.organisation.app;

import org.jspecify.annotations.NullMarked;
