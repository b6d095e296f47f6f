/** What is said of the desk's team. */
@NullMarked
package support.team.app;

import org.jspecify.annotations.NullMarked;
