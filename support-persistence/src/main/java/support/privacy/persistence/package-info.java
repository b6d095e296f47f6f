/** What the desk knows of one person, and forgetting it. */
@NullMarked
package support.privacy.persistence;

import org.jspecify.annotations.NullMarked;
