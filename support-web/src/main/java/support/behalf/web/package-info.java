/** The pages on which consent is asked for, given and taken back. */
@NullMarked
package support.behalf.web;

import org.jspecify.annotations.NullMarked;
