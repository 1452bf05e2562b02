package io.threadbridge.pictures;

import java.awt.Color;
import java.util.List;

/// The steps from few to many: counts of one step have one colour. All are equally wide, of a
/// width that is easy to read: 1, 2, 3, 4, 5, 6, 8 or their tens.
///
/// @param width counts in a step, at least 1
/// @param most the highest count
record Steps(long width, long most) {
  private static final List<Long> WIDTHS = List.of(1L, 2L, 3L, 4L, 5L, 6L, 8L, 10L);

  static Steps upTo(long most) {
    long needed = Math.ceilDiv(most, Look.FEW_TO_MANY.size());
    long tens = 1;
    while (tens * 10 < needed) {
      tens *= 10;
    }
    long unit = tens;
    return WIDTHS.stream()
        .map(width -> width * unit)
        .filter(width -> width >= needed)
        .findFirst()
        .map(width -> new Steps(width, most))
        .orElseThrow();
  }

  /// How many steps there are: none if nothing was counted, at most as many as colours.
  int number() {
    return of(most);
  }

  /// The step of a count: 0 for none, else 1 to [#number].
  int of(long count) {
    return (int) Math.ceilDiv(count, width);
  }

  long lowest(int step) {
    return (step - 1) * width + 1;
  }

  long highest(int step) {
    return Math.min(step * width, most);
  }

  /// The last step has the darkest colour; a single one is in between, since one visitor is no
  /// crowd.
  Color colour(int step) {
    if (step == 0) {
      return Look.NOTHING;
    }
    int last = Look.FEW_TO_MANY.size() - 1;
    return Look.FEW_TO_MANY.get(number() == 1 ? last / 2 : (step - 1) * last / (number() - 1));
  }
}
