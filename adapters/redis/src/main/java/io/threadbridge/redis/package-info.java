/// The bridge's ports on Redis: one Lua script per atomic step, one typed class per script. Runs on
/// Redis 6.2 and later, Valkey, and Redis Cluster. Every failure becomes
/// [io.threadbridge.bridge.port.StoreUnavailable].
@NullMarked
package io.threadbridge.redis;

import org.jspecify.annotations.NullMarked;
