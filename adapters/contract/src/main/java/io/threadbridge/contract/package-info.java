/// What every keeper of a port promises, as tests: one contract per port, to be implemented by a
/// test of each adapter. Also the clock and the sample conversations that they use.
@NullMarked
package io.threadbridge.contract;

import org.jspecify.annotations.NullMarked;
