/** What all pages share: the frame around them, how times read, and the pages for when something is wrong. */
@NullMarked
package support.site.web;

import org.jspecify.annotations.NullMarked;
