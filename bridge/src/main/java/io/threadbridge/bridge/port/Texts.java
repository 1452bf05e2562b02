package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.TextKey;
import java.time.ZoneId;
import java.util.Map;

/// The bridge's own words, per language.
public interface Texts {
  /// The words of one site, which may have its own for some texts.
  default Texts forSite(SiteName site) {
    return this;
  }

  /// One of the bridge's texts to visitors and staff. A language that is not known falls back to
  /// its parent and then to English; an
  /// [java.time.Instant] among the arguments is shown in `zone`.
  String text(String language, ZoneId zone, TextKey key, Map<String, Object> arguments);

  /// One of the card's labels and lines, by its name in the language files, such as `card.claim`.
  String label(String language, ZoneId zone, String name, Map<String, Object> arguments);
}
