/** What tests of all modules share: a real PostgreSQL of their own and a clock that they set. */
@NullMarked
package support.testing;

import org.jspecify.annotations.NullMarked;
