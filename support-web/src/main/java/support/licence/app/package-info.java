/** Taking in what the Marketplace reports of licences. */
@NullMarked
package support.licence.app;

import org.jspecify.annotations.NullMarked;
