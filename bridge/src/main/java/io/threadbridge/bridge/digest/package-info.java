/// What a manager is told of a period: values computed from its figures. Plain: no clock, no words.
@NullMarked
package io.threadbridge.bridge.digest;

import org.jspecify.annotations.NullMarked;
