@NullMarked
package support.site.web;

import org.jspecify.annotations.NullMarked;
