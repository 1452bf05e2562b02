package io.threadbridge.bench.year;

import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.port.Texts;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/// The bridge's texts by their keys alone: nobody reads them in a simulation.
final class Words implements Texts {
  static String of(TextKey key) {
    return key.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String text(String language, ZoneId zone, TextKey key, Map<String, Object> arguments) {
    return of(key);
  }

  @Override
  public String label(String language, ZoneId zone, String name, Map<String, Object> arguments) {
    return name;
  }
}
