package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.Lane;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the lanes are called in keys and scripts.
final class LaneNames {
  private LaneNames() {}

  static String of(Lane lane) {
    return switch (lane) {
      case DESK -> "desk";
      case CARD -> "card";
      case DIRECT -> "direct";
      case MAIL -> "mail";
      case HOOK -> "hook";
      case SITE -> "site";
      case LOOKUP -> "lookup";
      case FIGURES -> "figures";
      case EVENTS -> "events";
    };
  }

  /// Empty for a lane that only a later version of the program knows.
  static Optional<Lane> find(String name) {
    return Arrays.stream(Lane.values()).filter(lane -> of(lane).equals(name)).findFirst();
  }

  /// All of them, in the order of their keys in `save.lua`.
  static List<String> all() {
    return Arrays.stream(Lane.values()).map(LaneNames::of).toList();
  }
}
