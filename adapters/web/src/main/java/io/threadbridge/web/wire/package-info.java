/// The visitor protocol's frames and bodies as values, and the only place that reads and writes
/// their JSON.
@NullMarked
package io.threadbridge.web.wire;

import org.jspecify.annotations.NullMarked;
