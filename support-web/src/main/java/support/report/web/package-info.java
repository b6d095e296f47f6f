/** The lead's page: promises kept and missed. */
@NullMarked
package support.report.web;

import org.jspecify.annotations.NullMarked;
