/** Writes the desk's letters in the transaction of what they tell, and delivers them afterwards. */
@NullMarked
package support.mail.app;

import org.jspecify.annotations.NullMarked;
