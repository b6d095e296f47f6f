/** The pages of automations. */
@NullMarked
package support.automation.web;

import org.jspecify.annotations.NullMarked;
