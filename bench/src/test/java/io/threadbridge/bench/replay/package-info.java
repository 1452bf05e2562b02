@NullMarked
package io.threadbridge.bench.replay;

import org.jspecify.annotations.NullMarked;
