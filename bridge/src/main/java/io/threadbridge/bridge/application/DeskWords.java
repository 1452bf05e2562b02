package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.port.Card.Action;
import io.threadbridge.bridge.port.Card.Ask;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// The bridge's words to the staff, in their desk's language.
public final class DeskWords {
  private final Sites sites;
  private final Texts texts;

  /// Words of these sites' desks.
  public DeskWords(Sites sites, Texts texts) {
    this.sites = sites;
    this.texts = texts;
  }

  String text(Started state, TextKey key, Map<String, Object> arguments) {
    Optional<Site> site = site(state);
    return words(state).text(language(site), zone(site), key, arguments);
  }

  String label(Started state, String name, Map<String, Object> arguments) {
    Optional<Site> site = site(state);
    return words(state).label(language(site), zone(site), name, arguments);
  }

  /// What the desk is called that has the conversation.
  String desk(Started state) {
    return DeskNames.of(site(state), state.desk());
  }

  Action take(Started state) {
    return new Action(Deed.TAKE, label(state, "card.take", Map.of()), true);
  }

  String offer(Started state, Instant until) {
    return label(state, "card.offer-promise", Map.of("time", until));
  }

  Action promise(Started state, Instant until) {
    String label = label(state, "card.promise-it", Map.of("time", until));
    return new Action(Deed.BACK_IN, label, true, new Ask.Value(until.toString()));
  }

  private Texts words(Started state) {
    return texts.forSite(state.opening().site());
  }

  private Optional<Site> site(Started state) {
    return sites.find(state.opening().site());
  }

  private static String language(Optional<Site> site) {
    return site.map(Site::deskLanguage).orElse("en");
  }

  private static ZoneId zone(Optional<Site> site) {
    return site.map(Site::zone).orElse(ZoneOffset.UTC);
  }
}
