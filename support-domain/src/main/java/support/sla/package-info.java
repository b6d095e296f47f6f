/** What the desk promises, by when, and why then: the rules are in docs/sla.md. */
@NullMarked
package support.sla;

import org.jspecify.annotations.NullMarked;
