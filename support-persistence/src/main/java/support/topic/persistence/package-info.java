/** Known issues and ideas in PostgreSQL. */
@NullMarked
package support.topic.persistence;

import org.jspecify.annotations.NullMarked;
