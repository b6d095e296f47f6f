/** How a lead changes the terms of service: proposals, the examples they have to meet, and what they would move. */
@NullMarked
package support.publishing;

import org.jspecify.annotations.NullMarked;
