/** How fast promises are counted: benchmarks, never tests. */
@NullMarked
package support.benchmarks;

import org.jspecify.annotations.NullMarked;
