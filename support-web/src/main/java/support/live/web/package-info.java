/** The stream that a page of the desk listens to. */
@NullMarked
package support.live.web;

import org.jspecify.annotations.NullMarked;
