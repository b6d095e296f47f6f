@NullMarked
package support.team;

import org.jspecify.annotations.NullMarked;
