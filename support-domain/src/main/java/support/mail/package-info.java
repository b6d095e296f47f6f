/** Letters that the desk sends: what is in them, and what became of them. */
@NullMarked
package support.mail;

import org.jspecify.annotations.NullMarked;
