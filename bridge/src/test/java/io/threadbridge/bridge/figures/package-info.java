@NullMarked
package io.threadbridge.bridge.figures;

import org.jspecify.annotations.NullMarked;
