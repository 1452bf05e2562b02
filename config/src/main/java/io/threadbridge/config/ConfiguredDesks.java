package io.threadbridge.config;

import io.threadbridge.bridge.conversation.DeskRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Where a site's running conversations can be handed over to: the desks that the settings name,
/// the overflow desk, and the site's own, under the site's title if it is given no other name.
///
/// @param key where they stand, such as `threadbridge.sites.shop.desks`
/// @param title the site's
/// @param own the site's
record ConfiguredDesks(String key, String title, DeskRef own, Optional<DeskRef> overflow) {
  /// More desks than this are a mistake: each has a line that is served all the time.
  static final int DESKS_MAX = 20;

  /// Longer names do not fit a menu.
  static final int NAME_MAX = 40;

  private static final String OVERFLOW = "overflow";

  Map<String, DeskRef> byName(Map<String, String> written) {
    Map<String, DeskRef> desks = new LinkedHashMap<>();
    written.forEach((name, desk) -> put(desks, name, ConfiguredSites.desk(key + "." + name, desk)));
    overflow.filter(unnamed(desks)).ifPresent(desk -> put(desks, OVERFLOW, desk));
    if (!desks.isEmpty() && unnamed(desks).test(own)) {
      put(desks, title, own);
    }
    if (desks.size() > DESKS_MAX) {
      throw new SettingsProblem(
          key + " names " + written.size() + " desks", "name at most " + (DESKS_MAX - 2));
    }
    return desks.size() > 1 ? Collections.unmodifiableMap(desks) : Map.of();
  }

  private static Predicate<DeskRef> unnamed(Map<String, DeskRef> desks) {
    return desk -> !desks.containsValue(desk);
  }

  private void put(Map<String, DeskRef> desks, String written, DeskRef desk) {
    String name = written.strip();
    if (name.isEmpty() || name.length() > NAME_MAX) {
      throw new SettingsProblem(
          key + ": \"" + name + "\" is no name for a desk",
          "write 1 to " + NAME_MAX + " characters, such as workshop");
    }
    if (desks.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
      throw new SettingsProblem(
          key + ": two desks are called " + name, "give each desk a name of its own");
    }
    if (desks.containsValue(desk)) {
      throw new SettingsProblem(
          key + ": " + name + " is a desk that has another name already", "leave one name out");
    }
    desks.put(name, desk);
  }
}
