/** People's right to have their data, and to have it forgotten; and how long the desk keeps what. */
@NullMarked
package support.privacy.app;

import org.jspecify.annotations.NullMarked;
