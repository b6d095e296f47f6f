/** What people do with known issues and ideas. */
@NullMarked
package support.topic.app;

import org.jspecify.annotations.NullMarked;
