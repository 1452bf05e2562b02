/// The whole loop over keepers and a desk in memory, with a clock that a test moves: what is lost,
/// doubled or swapped when calls fail, workers die and things happen in between. No process, no
/// waiting.
@NullMarked
package io.threadbridge.memory.loop;

import org.jspecify.annotations.NullMarked;
