package io.threadbridge.slack;

import java.util.List;

/// The small picture by which the staff tell one visitor from the next: the same for the same name.
/// None of them has a colour that says how urgent something is.
record Face(String unicode, String emojiName) {
  private static final List<Face> ALL =
      List.of(
          new Face("🦊", "fox_face"),
          new Face("🐻", "bear"),
          new Face("🐼", "panda_face"),
          new Face("🐨", "koala"),
          new Face("🐙", "octopus"),
          new Face("🦉", "owl"),
          new Face("🐝", "bee"),
          new Face("🐢", "turtle"),
          new Face("🦋", "butterfly"),
          new Face("🐳", "whale"),
          new Face("🦔", "hedgehog"),
          new Face("🐧", "penguin"));

  static Face of(String name) {
    return ALL.get(Math.floorMod(name.hashCode(), ALL.size()));
  }
}
