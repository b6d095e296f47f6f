/** Signing in, and who may open which page. */
@NullMarked
package support.people.web;

import org.jspecify.annotations.NullMarked;
