/// Broken on purpose: what the walls of this package must catch.
@NullMarked
package io.threadbridge.config.planted.bridge.recognition;

import org.jspecify.annotations.NullMarked;
