package io.threadbridge.redis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Redis has been asked to do, by its own count.
///
/// @param roundTrips how often it read from a connection, without asking it for this count: who
///     awaits each answer before the next command has made so many round trips
/// @param scripts so many were run
/// @param fences small writes before a `WAIT`
/// @param waits so often was a replica waited for
record Spent(long roundTrips, long scripts, long fences, long waits) {
  /// Since Redis was started. Each count is one `INFO` that the next count will have seen, and is
  /// itself already read: between two counts it is as if they cost nothing.
  static Spent soFar(RedisConnections redis) {
    String info = Replies.await(redis.commands().info("everything"));
    return new Spent(
        number(info, "total_reads_processed:(\\d+)") - calls(info, "info"),
        calls(info, "evalsha") + calls(info, "eval"),
        calls(info, "psetex"),
        calls(info, "wait"));
  }

  Spent since(Spent before) {
    return new Spent(
        roundTrips - before.roundTrips,
        scripts - before.scripts,
        fences - before.fences,
        waits - before.waits);
  }

  private static long calls(String info, String command) {
    return number(info, "cmdstat_" + command + ":calls=(\\d+)");
  }

  private static long number(String info, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(info);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }
}
