/** News, and how a partner's lane stands, in PostgreSQL. */
@NullMarked
package support.space.persistence;

import org.jspecify.annotations.NullMarked;
