/** Links, codes and sessions in the database. */
@NullMarked
package support.access.persistence;

import org.jspecify.annotations.NullMarked;
