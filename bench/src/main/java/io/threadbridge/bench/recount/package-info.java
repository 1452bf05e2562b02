/// Recomputes figures from journals and compares them with what was counted.
@NullMarked
package io.threadbridge.bench.recount;

import org.jspecify.annotations.NullMarked;
