/** Signing in, and who may open which page. */
@NullMarked
package support.access.web;

import org.jspecify.annotations.NullMarked;
