@NullMarked
package io.threadbridge.bench.year;

import org.jspecify.annotations.NullMarked;
