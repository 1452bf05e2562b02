/// A simulated year: firms, their staff and their visitors against the real rules, with a clock
/// that is turned by hand.
@NullMarked
package io.threadbridge.bench.year;

import org.jspecify.annotations.NullMarked;
