package io.threadbridge.config;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Texts;
import java.time.ZoneOffset;
import java.util.Map;

/// An adapter's own few words, in the language of each desk.
record DeskTexts(Sites sites, Texts texts) {
  private static final String USUAL = "en";

  /// What stands under a key, in the desk's language.
  String of(DeskRef desk, String key) {
    return texts.label(language(desk), ZoneOffset.UTC, key, Map.of());
  }

  /// The same where there is no desk to ask for its language.
  String of(String key) {
    return texts.label(USUAL, ZoneOffset.UTC, key, Map.of());
  }

  /// Whether a channel is a desk of any site.
  boolean isDesk(DeskRef desk) {
    return sites.all().stream().flatMap(Site::desks).anyMatch(desk::equals);
  }

  private String language(DeskRef desk) {
    return sites.all().stream()
        .filter(site -> site.desks().anyMatch(desk::equals))
        .map(Site::deskLanguage)
        .findFirst()
        .orElse(USUAL);
  }
}
