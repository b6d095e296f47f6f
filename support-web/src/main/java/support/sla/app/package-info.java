/** The terms of service that are in force. */
@NullMarked
package support.sla.app;

import org.jspecify.annotations.NullMarked;
