/** The lead's pages: calendars, policy, examples, publishing. */
@NullMarked
package support.publishing.web;

import org.jspecify.annotations.NullMarked;
