package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a site's desks are called, by those who hand a conversation over.
final class DeskNames {
  private DeskNames() {}

  /// A desk's name; of one that is not named any more, the platform's name of its channel.
  static String of(Optional<Site> site, DeskRef desk) {
    return site.stream()
        .flatMap(known -> known.handOverDesks().entrySet().stream())
        .filter(named -> named.getValue().equals(desk))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(desk.channel());
  }

  /// The desk of a name, in whatever case it is written.
  static Optional<DeskRef> find(Optional<Site> site, String name) {
    return site.stream()
        .flatMap(known -> known.handOverDesks().entrySet().stream())
        .filter(named -> named.getKey().equalsIgnoreCase(name.strip()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// Where else than at this desk a conversation could be.
  static List<String> others(Optional<Site> site, DeskRef desk) {
    return site.stream()
        .flatMap(known -> known.handOverDesks().entrySet().stream())
        .filter(named -> !named.getValue().equals(desk))
        .map(Map.Entry::getKey)
        .toList();
  }
}
