/// What weeks of figures say of a desk.
@NullMarked
package io.threadbridge.bridge.digest;

import org.jspecify.annotations.NullMarked;
