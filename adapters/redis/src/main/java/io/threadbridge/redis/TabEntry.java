package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.TabPresence;
import io.threadbridge.redis.json.TabPresenceCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What is known of a tab as a value of the presence hash: `<heard at, ms> <JSON>`.
final class TabEntry {
  /// How long a tab that is not heard of is remembered.
  static final Duration REMEMBERED = Duration.ofHours(1);

  private TabEntry() {}

  /// The tabs of a hash, as Redis lists it: names and values in turn; without those forgotten at
  /// `now`.
  static List<TabPresence> living(List<?> hash, Instant now) {
    List<TabPresence> tabs = new ArrayList<>();
    for (int place = 1; place < hash.size(); place += 2) {
      String[] parts = hash.get(place).toString().split(" ", 2);
      if (Millis.read(parts[0]).plus(REMEMBERED).isAfter(now)) {
        tabs.add(TabPresenceCodec.read(parts[1]));
      }
    }
    return List.copyOf(tabs);
  }
}
