/** What people do to partnerships, and time. */
@NullMarked
package support.partner.app;

import org.jspecify.annotations.NullMarked;
