/** Licences and their import, for admins. */
@NullMarked
package support.licence.web;

import org.jspecify.annotations.NullMarked;
