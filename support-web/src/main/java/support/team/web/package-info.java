/** Pages on the desk's team. */
@NullMarked
package support.team.web;

import org.jspecify.annotations.NullMarked;
