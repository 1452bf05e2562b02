@NullMarked
package io.threadbridge.bridge.hours;

import org.jspecify.annotations.NullMarked;
