/** The outbox, for admins. */
@NullMarked
package support.mail.web;

import org.jspecify.annotations.NullMarked;
