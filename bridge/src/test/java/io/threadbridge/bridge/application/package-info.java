/// What every adapter needs alike, tested.
@NullMarked
package io.threadbridge.bridge.application;

import org.jspecify.annotations.NullMarked;
