/** Material for partners in PostgreSQL. */
@NullMarked
package support.material.persistence;

import org.jspecify.annotations.NullMarked;
