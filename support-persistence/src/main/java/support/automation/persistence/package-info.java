/** Automations in PostgreSQL. */
@NullMarked
package support.automation.persistence;

import org.jspecify.annotations.NullMarked;
