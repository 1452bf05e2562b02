@NullMarked
package io.threadbridge.bridge.recognition;

import org.jspecify.annotations.NullMarked;
