/// How the bridge's values are written in Redis: JSON with explicit names and a format version, so
/// that a renamed class or constant changes nothing that is stored.
@NullMarked
package io.threadbridge.redis.json;

import org.jspecify.annotations.NullMarked;
