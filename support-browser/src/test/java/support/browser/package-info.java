/** The journeys of users in a real browser, and every page held against the accessibility rules. */
@NullMarked
package support.browser;

import org.jspecify.annotations.NullMarked;
