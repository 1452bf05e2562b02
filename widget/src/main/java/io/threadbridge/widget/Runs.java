package io.threadbridge.widget;

import java.util.ArrayList;
import java.util.List;

/// A list of code lengths with its repetitions said in short (RFC 1951, 3.2.7); each run is one
/// number, what follows its sign in the upper half.
final class Runs {
  private static final int AGAIN = 16;
  private static final int SHORT_ZEROS = 17;
  private static final int LONG_ZEROS = 18;
  private static final int HALF = 16;

  private Runs() {}

  static int[] of(int[] lengths) {
    List<Integer> runs = new ArrayList<>();
    for (int at = 0; at < lengths.length; ) {
      int same = same(lengths, at);
      int value = lengths[at];
      if (value == 0 && same >= 3) {
        int taken = Math.min(same, 138);
        runs.add(
            taken < 11 ? SHORT_ZEROS | ((taken - 3) << HALF) : LONG_ZEROS | ((taken - 11) << HALF));
        at += taken;
      } else if (at > 0 && lengths[at - 1] == value && same >= 3) {
        int taken = Math.min(same, 6);
        runs.add(AGAIN | ((taken - 3) << HALF));
        at += taken;
      } else {
        runs.add(value);
        at++;
      }
    }
    return runs.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int same(int[] lengths, int at) {
    int end = at;
    while (end < lengths.length && lengths[end] == lengths[at]) {
      end++;
    }
    return end - at;
  }

  static int symbol(int run) {
    return run & ((1 << HALF) - 1);
  }

  static int rest(int run) {
    return run >> HALF;
  }

  static int extra(int run) {
    return switch (symbol(run)) {
      case AGAIN -> 2;
      case SHORT_ZEROS -> 3;
      case LONG_ZEROS -> 7;
      default -> 0;
    };
  }
}
