/** Keeps automations, and lets them act. */
@NullMarked
package support.automation.app;

import org.jspecify.annotations.NullMarked;
