/** The audit log, for admins. */
@NullMarked
package support.audit.web;

import org.jspecify.annotations.NullMarked;
