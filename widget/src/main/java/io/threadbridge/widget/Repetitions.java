package io.threadbridge.widget;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Finds for each place of a text, and each length, how far back the same stands, the nearest
/// first.
final class Repetitions {
  private static final int WINDOW = 32 * 1024;
  private static final int BYTE = 0xFF;

  private Repetitions() {}

  /// By place, then by length; a place's array ends where nothing as long was found.
  static int[][] of(byte[] in, int least, int most) {
    int[][] found = new int[in.length][];
    int[] before = new int[in.length];
    Map<Integer, Integer> last = new HashMap<>();
    for (int at = 0; at < in.length; at++) {
      int[] nearest = new int[most + 1];
      int longest = least - 1;
      if (at + least <= in.length) {
        int start = (in[at] & BYTE) << 16 | (in[at + 1] & BYTE) << 8 | (in[at + 2] & BYTE);
        before[at] = last.getOrDefault(start, -1);
        last.put(start, at);
        for (int from = before[at];
            from >= 0 && at - from <= WINDOW && longest < most;
            from = before[from]) {
          int same = same(in, from, at, most);
          if (same > longest) {
            Arrays.fill(nearest, longest + 1, same + 1, at - from);
            longest = same;
          }
        }
      }
      found[at] = Arrays.copyOf(nearest, longest + 1);
    }
    return found;
  }

  private static int same(byte[] in, int from, int at, int most) {
    int length = 0;
    while (length < most && at + length < in.length && in[from + length] == in[at + length]) {
      length++;
    }
    return length;
  }
}
