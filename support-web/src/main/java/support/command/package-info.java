/** What can be done at the machine of the desk, by its command line. */
@NullMarked
package support.command;

import org.jspecify.annotations.NullMarked;
