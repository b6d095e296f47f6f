/** Who of the desk knows which apps, who is away, and who is given what waits. */
@NullMarked
package support.team;

import org.jspecify.annotations.NullMarked;
