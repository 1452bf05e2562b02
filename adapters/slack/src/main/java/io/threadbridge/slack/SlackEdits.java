package io.threadbridge.slack;

import io.threadbridge.bridge.application.BoundedMap;
import io.threadbridge.slack.SlackHappening.Act;
import io.threadbridge.slack.SlackHappening.InThread;
import java.time.Instant;

/// The latest edit of each post that was passed on from here, so that an older one that comes late
/// does not bring old words back. Kept in memory, for the last [#POSTS_MAX] edited posts: an older
/// edit that comes late to another instance, or after a restart, still wins.
final class SlackEdits {
  private static final int POSTS_MAX = 10_000;

  private final BoundedMap<String, Instant> latest = new BoundedMap<>(POSTS_MAX);

  /// Whether a newer edit of the same post was passed on. The same one again is not older.
  boolean isOvertaken(InThread told) {
    return told.act() instanceof Act.Edited(String ts, _)
        && latest.get(key(told, ts)).filter(told.at()::isBefore).isPresent();
  }

  /// It was passed on.
  void passedOn(InThread told) {
    if (told.act() instanceof Act.Edited(String ts, _)) {
      latest.put(key(told, ts), told.at());
    }
  }

  private static String key(InThread told, String ts) {
    return told.channel() + ":" + ts;
  }
}
