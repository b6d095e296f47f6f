@NullMarked
package support.people;

import org.jspecify.annotations.NullMarked;
