/// The visitor protocol's frames, tested with the samples that clients are written from.
@NullMarked
package io.threadbridge.web.wire;

import org.jspecify.annotations.NullMarked;
