/** Courses for partners: material, dated sessions with seats, certificates. */
@NullMarked
package support.training;

import org.jspecify.annotations.NullMarked;
