/** The pages of known issues and ideas. */
@NullMarked
package support.topic.web;

import org.jspecify.annotations.NullMarked;
