/** The pages of macros. */
@NullMarked
package support.macro.web;

import org.jspecify.annotations.NullMarked;
