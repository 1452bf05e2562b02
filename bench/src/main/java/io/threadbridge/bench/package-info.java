/// Load programs behind one script, `bench/run NAME …`; run by hand.
@NullMarked
package io.threadbridge.bench;

import org.jspecify.annotations.NullMarked;
