package io.threadbridge.bridge.application;

import static java.util.stream.Collectors.joining;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.site.SiteEffect.TellDesk;
import io.threadbridge.bridge.site.SiteText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What a site says to its desk, in the desk's language.
public final class SiteWords {
  private final Texts texts;
  private final Desks desks;

  /// Words from these texts, for these desks.
  public SiteWords(Texts texts, Desks desks) {
    this.texts = texts;
    this.desks = desks;
  }

  String post(Site site, TellDesk tell) {
    Map<String, Object> arguments = new HashMap<>(tell.arguments());
    arguments.put("site", site.title());
    return tell.texts().stream().map(text -> of(site, name(text), arguments)).collect(joining(" "));
  }

  /// @param arguments of the text, beside `command`: what comes before a command at the site's desk
  String of(Site site, String name, Map<String, Object> arguments) {
    return of(site, site.desk(), name, arguments);
  }

  /// The same for those who read it at another desk of the site's.
  String of(Site site, DeskRef desk, String name, Map<String, Object> arguments) {
    Map<String, Object> all = new HashMap<>(arguments);
    all.put("command", command(desk));
    return texts.forSite(site.name()).label(site.deskLanguage(), site.zone(), name, all);
  }

  /// What comes before a command at a desk; empty where no platform keeps it.
  String command(DeskRef desk) {
    return desks.chatOf(desk).map(TeamChat::command).orElse("");
  }

  static String name(SiteText text) {
    return "site." + text.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
