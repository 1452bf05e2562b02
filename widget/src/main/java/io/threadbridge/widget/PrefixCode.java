package io.threadbridge.widget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// A code in which what stands often is short (Huffman's), as RFC 1951, 3.2.2 numbers it.
///
/// @param lengths in bits, by sign; zero for one that stands nowhere
/// @param codes by sign, its last bit first
@SuppressWarnings("ArrayRecordComponent") // read by the two classes beside it, and never changed
record PrefixCode(int[] lengths, int[] codes) {
  private record Tree(long weight, int depth, List<Integer> signs) {}

  /// The best code for signs that stand so often, none longer than `most` bits.
  static PrefixCode of(int[] counts, int most) {
    int[] weights = counts.clone();
    int[] lengths = lengths(weights);
    while (IntStream.of(lengths).max().orElse(0) > most) {
      weights = IntStream.of(weights).map(weight -> weight == 0 ? 0 : weight / 2 + 1).toArray();
      lengths = lengths(weights);
    }
    return new PrefixCode(lengths, codes(lengths));
  }

  /// A sign that is alone has a code of one bit all the same.
  private static int[] lengths(int[] weights) {
    int[] lengths = new int[weights.length];
    PriorityQueue<Tree> trees =
        new PriorityQueue<>(Comparator.comparingLong(Tree::weight).thenComparingInt(Tree::depth));
    IntStream.range(0, weights.length)
        .filter(sign -> weights[sign] > 0)
        .forEach(sign -> trees.add(new Tree(weights[sign], 0, List.of(sign))));
    if (trees.size() == 1) {
      lengths[trees.remove().signs().getFirst()] = 1;
    }
    while (trees.size() > 1) {
      Tree one = trees.remove();
      Tree other = trees.remove();
      List<Integer> both = new ArrayList<>(one.signs());
      both.addAll(other.signs());
      both.forEach(sign -> lengths[sign]++);
      trees.add(
          new Tree(one.weight() + other.weight(), Math.max(one.depth(), other.depth()) + 1, both));
    }
    return lengths;
  }

  private static int[] codes(int[] lengths) {
    int[] codes = new int[lengths.length];
    int next = 0;
    for (int bits = 1; bits < Integer.SIZE / 2; bits++) {
      for (int sign = 0; sign < lengths.length; sign++) {
        if (lengths[sign] == bits) {
          codes[sign] = Integer.reverse(next++) >>> (Integer.SIZE - bits);
        }
      }
      next <<= 1;
    }
    return codes;
  }

  void write(BitWriter out, int sign) {
    out.write(codes[sign], lengths[sign]);
  }
}
