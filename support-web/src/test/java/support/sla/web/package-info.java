@NullMarked
package support.sla.web;

import org.jspecify.annotations.NullMarked;
