/// A real Redis that the program brings along, for whoever has none: as a single process for use,
/// and as a cluster of three for tests.
@NullMarked
package io.threadbridge.redis.embedded;

import org.jspecify.annotations.NullMarked;
