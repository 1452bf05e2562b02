package io.threadbridge.widget;

/// The signs of lengths and distances, and what follows them (RFC 1951, 3.2.5).
final class Symbols {
  private static final int FIRST_LENGTH = 257;
  private static final int LONGEST = 258;
  private static final int OF_LONGEST = 285;

  private Symbols() {}

  static int ofLength(int length) {
    if (length == LONGEST) {
      return OF_LONGEST;
    }
    int value = length - 3;
    int extra = extra(value, 8, 4);
    return FIRST_LENGTH + (value < 8 ? value : extra * 4 + (value >> extra));
  }

  static int extraOfLength(int length) {
    return length == LONGEST ? 0 : extra(length - 3, 8, 4);
  }

  static int restOfLength(int length) {
    return (length - 3) & ((1 << extraOfLength(length)) - 1);
  }

  static int ofDistance(int distance) {
    int value = distance - 1;
    int extra = extra(value, 4, 2);
    return value < 4 ? value : extra * 2 + (value >> extra);
  }

  static int extraOfDistance(int distance) {
    return extra(distance - 1, 4, 2);
  }

  static int restOfDistance(int distance) {
    return (distance - 1) & ((1 << extraOfDistance(distance)) - 1);
  }

  /// How many bits follow: none below `plain`, then one more for each doubling, `each` signs long.
  private static int extra(int value, int plain, int each) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(value);
    return value < plain ? 0 : bits - 1 - Integer.numberOfTrailingZeros(each);
  }
}
