/** Who has paid for which app, until when: what the Marketplace reports. */
@NullMarked
package support.licence;

import org.jspecify.annotations.NullMarked;
