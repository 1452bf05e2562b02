package io.threadbridge.redis;

import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.redis.json.EffectCodec;
import java.time.Instant;

/// An owed effect as an element of its lane's list: `<id> <since> <JSON>`, so that scripts find the
/// id without parsing.
final class OwedEntry {
  private OwedEntry() {}

  static String write(OwedEffect owed) {
    return owed.id() + " " + owed.since() + " " + EffectCodec.write(owed.effect());
  }

  static OwedEffect read(String entry) {
    String[] parts = entry.split(" ", 3);
    return new OwedEffect(parts[0], EffectCodec.read(parts[2]), Instant.parse(parts[1]));
  }
}
