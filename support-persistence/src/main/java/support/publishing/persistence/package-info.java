/** Drafts, examples and sign-offs in PostgreSQL. */
@NullMarked
package support.publishing.persistence;

import org.jspecify.annotations.NullMarked;
