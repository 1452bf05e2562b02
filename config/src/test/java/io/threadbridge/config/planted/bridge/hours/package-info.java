/// Broken on purpose: what the walls of this package must catch.
@NullMarked
package io.threadbridge.config.planted.bridge.hours;

import org.jspecify.annotations.NullMarked;
