@NullMarked
package io.threadbridge.bench.recount;

import org.jspecify.annotations.NullMarked;
