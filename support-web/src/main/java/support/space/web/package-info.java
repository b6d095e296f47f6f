/** The page that partners come to, and what leads write on it. */
@NullMarked
package support.space.web;

import org.jspecify.annotations.NullMarked;
