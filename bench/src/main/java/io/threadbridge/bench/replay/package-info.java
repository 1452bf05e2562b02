/// Plays the visitors of recorded conversations against the program with the sandbox answering, and
/// checks that every line and every answer arrived once, in order, unaltered.
@NullMarked
package io.threadbridge.bench.replay;

import org.jspecify.annotations.NullMarked;
