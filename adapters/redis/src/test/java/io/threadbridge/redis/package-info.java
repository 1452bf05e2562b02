@NullMarked
package io.threadbridge.redis;

import org.jspecify.annotations.NullMarked;
