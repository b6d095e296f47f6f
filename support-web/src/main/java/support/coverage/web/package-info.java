/** The conditions of free support, for leads. */
@NullMarked
package support.coverage.web;

import org.jspecify.annotations.NullMarked;
