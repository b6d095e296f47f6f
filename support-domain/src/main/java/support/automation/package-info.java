/** What the desk does by itself: when something has happened, or has stood for some hours, if a query finds the ticket. */
@NullMarked
package support.automation;

import org.jspecify.annotations.NullMarked;
