/** Pages on which people take or erase their data. */
@NullMarked
package support.privacy.web;

import org.jspecify.annotations.NullMarked;
