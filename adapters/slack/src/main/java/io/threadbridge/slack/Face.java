package io.threadbridge.slack;

import java.util.List;

/// The small picture by which the staff tell one visitor from the next: the same for the same name.
/// Birds, as the pseudonyms are. None of them has a colour that says how urgent something is.
record Face(String unicode, String emojiName) {
  private static final List<Face> ALL =
      List.of(
          new Face("🦉", "owl"),
          new Face("🦅", "eagle"),
          new Face("🦆", "duck"),
          new Face("🦢", "swan"),
          new Face("🦩", "flamingo"),
          new Face("🦜", "parrot"),
          new Face("🦚", "peacock"),
          new Face("🐧", "penguin"),
          new Face("🐦", "bird"),
          new Face("🐤", "baby_chick"),
          new Face("🐓", "rooster"),
          new Face("🕊", "dove_of_peace"));

  static Face of(String name) {
    return ALL.get(Math.floorMod(name.hashCode(), ALL.size()));
  }
}
