/** The doors for programs: docs/api.md. */
@NullMarked
package support.api.web;

import org.jspecify.annotations.NullMarked;
