/** Writing drafts of the terms, trying and publishing them: one transaction a call. */
@NullMarked
package support.publishing.app;

import org.jspecify.annotations.NullMarked;
