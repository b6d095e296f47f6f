/** What leads do with material for partners. */
@NullMarked
package support.material.app;

import org.jspecify.annotations.NullMarked;
