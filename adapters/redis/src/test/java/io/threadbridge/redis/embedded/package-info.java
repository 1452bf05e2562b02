@NullMarked
package io.threadbridge.redis.embedded;

import org.jspecify.annotations.NullMarked;
