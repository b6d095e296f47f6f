/** The catalogue of apps in PostgreSQL. */
@NullMarked
package support.catalog.persistence;

import org.jspecify.annotations.NullMarked;
