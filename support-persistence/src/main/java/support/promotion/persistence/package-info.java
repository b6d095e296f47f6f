/** Campaigns and their codes in PostgreSQL. */
@NullMarked
package support.promotion.persistence;

import org.jspecify.annotations.NullMarked;
