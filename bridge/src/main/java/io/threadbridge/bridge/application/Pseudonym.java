package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.ConversationId;
import java.util.List;

/// A friendly name for a visitor who gives none: always the same for the same conversation, so that
/// the staff can tell visitors apart without knowing them.
final class Pseudonym {
  private static final List<String> COLOURS =
      List.of(
          "Amber", "Blue", "Copper", "Coral", "Golden", "Green", "Indigo", "Ivory", "Lilac",
          "Olive", "Pearl", "Red", "Silver", "Teal", "Violet", "White");
  private static final List<String> BIRDS =
      List.of(
          "Crane",
          "Curlew",
          "Finch",
          "Heron",
          "Kingfisher",
          "Lark",
          "Magpie",
          "Nuthatch",
          "Oriole",
          "Owl",
          "Plover",
          "Puffin",
          "Robin",
          "Sparrow",
          "Swallow",
          "Swan",
          "Swift",
          "Thrush",
          "Wagtail",
          "Wren");

  private Pseudonym() {}

  static String of(ConversationId id) {
    int hash = id.value().hashCode();
    return COLOURS.get(Math.floorMod(hash, COLOURS.size()))
        + " "
        + BIRDS.get(Math.floorMod(hash / COLOURS.size(), BIRDS.size()));
  }
}
