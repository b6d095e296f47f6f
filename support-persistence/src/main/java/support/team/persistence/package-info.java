/** The desk's team as the database knows it. */
@NullMarked
package support.team.persistence;

import org.jspecify.annotations.NullMarked;
