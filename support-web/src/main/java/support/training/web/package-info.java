/** Pages on courses, and certificates for everybody who knows their number. */
@NullMarked
package support.training.web;

import org.jspecify.annotations.NullMarked;
