/// The queueing model against published figures, equations and a simulation; advice on weeks made
/// for it.
@NullMarked
package io.threadbridge.bridge.staffing;

import org.jspecify.annotations.NullMarked;
