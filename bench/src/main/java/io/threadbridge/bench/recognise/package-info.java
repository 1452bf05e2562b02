/// How well the words of visitors are understood, on recorded customers with labels.
@NullMarked
package io.threadbridge.bench.recognise;

import org.jspecify.annotations.NullMarked;
