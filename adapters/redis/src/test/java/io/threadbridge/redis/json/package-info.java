@NullMarked
package io.threadbridge.redis.json;

import org.jspecify.annotations.NullMarked;
