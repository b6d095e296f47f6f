/** What the vendor gives its partners to read: on apps, and in courses. */
@NullMarked
package support.material;

import org.jspecify.annotations.NullMarked;
