/// What both pretend platforms speak with: JSON, HTTP, refusals, planned faults, counters.
@NullMarked
package io.threadbridge.sandbox.wire;

import org.jspecify.annotations.NullMarked;
