/** Pages about organisations and people: for those who belong to one, who manage it, and who look after all. */
@NullMarked
package support.organisation.web;

import org.jspecify.annotations.NullMarked;
