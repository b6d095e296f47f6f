/** What the desk promises, in words: receipts, and the public page of the support policy. */
@NullMarked
package support.sla.web;

import org.jspecify.annotations.NullMarked;
