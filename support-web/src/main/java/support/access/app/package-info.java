/** Getting in: passwords, codes, links, and how often one may try. */
@NullMarked
package support.access.app;

import org.jspecify.annotations.NullMarked;
