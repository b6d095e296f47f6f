/** What the API keeps. */
@NullMarked
package support.api.persistence;

import org.jspecify.annotations.NullMarked;
