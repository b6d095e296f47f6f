/** The catalogue of apps and platforms, for admins. */
@NullMarked
package support.catalog.web;

import org.jspecify.annotations.NullMarked;
