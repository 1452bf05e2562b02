@NullMarked
package io.threadbridge.bridge.site;

import org.jspecify.annotations.NullMarked;
