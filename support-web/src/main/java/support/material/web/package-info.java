/** Pages on material for partners. */
@NullMarked
package support.material.web;

import org.jspecify.annotations.NullMarked;
