/// Broken on purpose: what the walls of this package must catch.
@NullMarked
package io.threadbridge.config.planted.bridge.site;

import org.jspecify.annotations.NullMarked;
