/** The doors to doing one thing to several tickets. */
@NullMarked
package support.bulk.web;

import org.jspecify.annotations.NullMarked;
