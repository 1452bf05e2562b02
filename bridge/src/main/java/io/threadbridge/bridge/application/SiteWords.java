package io.threadbridge.bridge.application;

import static java.util.stream.Collectors.joining;

import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.site.SiteEffect.TellDesk;
import io.threadbridge.bridge.site.SiteText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What a site says to its desk, in the desk's language.
public final class SiteWords {
  private final Texts texts;

  /// Words from these texts.
  public SiteWords(Texts texts) {
    this.texts = texts;
  }

  String post(Site site, TellDesk tell) {
    Map<String, Object> arguments = new HashMap<>(tell.arguments());
    arguments.put("site", site.title());
    return tell.texts().stream().map(text -> of(site, name(text), arguments)).collect(joining(" "));
  }

  String of(Site site, String name, Map<String, Object> arguments) {
    return texts.forSite(site.name()).label(site.deskLanguage(), site.zone(), name, arguments);
  }

  static String name(SiteText text) {
    return "site." + text.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
