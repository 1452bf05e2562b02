@NullMarked
package io.threadbridge.bench.recognise;

import org.jspecify.annotations.NullMarked;
