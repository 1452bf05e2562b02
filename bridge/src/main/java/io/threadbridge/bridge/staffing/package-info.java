/// How many people a desk needs at which hour, computed from who came and how long they were
/// served: a queueing model, a week of demand, and the advice that follows. Values without a clock.
@NullMarked
package io.threadbridge.bridge.staffing;

import org.jspecify.annotations.NullMarked;
