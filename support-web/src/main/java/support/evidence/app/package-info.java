/** Promises and all they were judged by, in a file that anybody can judge again. */
@NullMarked
package support.evidence.app;

import org.jspecify.annotations.NullMarked;
