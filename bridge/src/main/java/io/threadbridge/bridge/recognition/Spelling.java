package io.threadbridge.bridge.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads words as they are typed: run together (*higood*) or with one letter wrong, missing, too
/// many or swapped with its neighbour.
final class Spelling {
  /// Shorter words have too many neighbours that mean something else: *helo* and *help*.
  private static final int CORRECTED_MIN = 5;

  /// A name is a word of its own; one that nearly is a name is more often something else.
  private static final int CORRECTED_NAME_MIN = 6;

  /// *Hi* and *ok* are run together with what follows; other words as short are found anywhere.
  private static final int FIRST_PART_MIN = 2;

  private static final int PART_MIN = 3;
  private static final int NAME_PART_MIN = 4;
  private static final int PARTS_MAX = 4;
  private static final int TOGETHER_MAX = 40;

  private final Set<String> words;
  private final Set<String> names;
  private final Set<String> left;
  private final Map<String, List<String>> shortened = new HashMap<>();

  /// @param words what may be meant
  /// @param names the same, with more care
  /// @param left words that are never taken for another
  Spelling(Set<String> words, Set<String> names, Set<String> left) {
    this.words = Set.copyOf(words);
    this.names = Set.copyOf(names);
    this.left = Set.copyOf(left);
    words.forEach(this::remember);
    names.stream().filter(name -> name.length() >= CORRECTED_NAME_MIN).forEach(this::remember);
  }

  private void remember(String word) {
    shortenings(word)
        .forEach(one -> shortened.computeIfAbsent(one, _ -> new ArrayList<>()).add(word));
  }

  /// The word or words that are meant, in the form in which they are compared; the token's own if
  /// nothing known is near.
  List<String> read(Token token) {
    if (isKnown(token.form()) || left.contains(token.form())) {
      return List.of(token.form());
    }
    List<String> parts = parts(token.raw());
    return parts.isEmpty() ? List.of(corrected(token.form())) : parts;
  }

  private boolean isKnown(String form) {
    return words.contains(form) || names.contains(form);
  }

  /// The fewest known words that make this one, or none.
  private List<String> parts(String together) {
    if (together.length() > TOGETHER_MAX) {
      return List.of();
    }
    List<List<String>> to = new ArrayList<>();
    to.add(List.of());
    for (int end = 1; end <= together.length(); end++) {
      to.add(fewestTo(together, end, to));
    }
    return to.getLast();
  }

  private List<String> fewestTo(String together, int end, List<List<String>> to) {
    List<String> fewest = List.of();
    for (int start = 0; start <= end - FIRST_PART_MIN; start++) {
      List<String> before = to.get(start);
      boolean better = fewest.isEmpty() || before.size() + 1 < fewest.size();
      String part = Token.squeezed(together.substring(start, end));
      if ((start == 0 || !before.isEmpty())
          && before.size() < PARTS_MAX
          && better
          && (start == 0 || end - start >= PART_MIN)
          && isPart(part)) {
        fewest = new ArrayList<>(before);
        fewest.add(part);
      }
    }
    return fewest;
  }

  private boolean isPart(String part) {
    return words.contains(part) || (part.length() >= NAME_PART_MIN && names.contains(part));
  }

  /// The known word that is one slip away, the first of the alphabet if there are several.
  private String corrected(String form) {
    if (form.length() < CORRECTED_MIN - 1 || form.length() > TOGETHER_MAX) {
      return form;
    }
    return shortenings(form).stream()
        .flatMap(one -> shortened.getOrDefault(one, List.of()).stream())
        .filter(word -> Math.max(word.length(), form.length()) >= CORRECTED_MIN)
        .filter(word -> word.length() >= CORRECTED_MIN || word.charAt(0) == form.charAt(0))
        .filter(word -> isOneSlipAway(word, form))
        .min(String::compareTo)
        .orElse(form);
  }

  /// The word itself and all that have one letter less.
  private static Set<String> shortenings(String word) {
    Set<String> all = new HashSet<>();
    all.add(word);
    IntStream.range(0, word.length())
        .mapToObj(at -> word.substring(0, at) + word.substring(at + 1))
        .forEach(all::add);
    return all;
  }

  /// Whether one letter makes the difference, or two neighbours in the wrong order.
  static boolean isOneSlipAway(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int same = 0;
    while (same < shorter && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    String restOfOne = one.substring(same);
    String restOfOther = other.substring(same);
    return switch (one.length() - other.length()) {
      case 0 -> tail(restOfOne, 1).equals(tail(restOfOther, 1)) || isSwap(restOfOne, restOfOther);
      case 1 -> tail(restOfOne, 1).equals(restOfOther);
      case -1 -> restOfOne.equals(tail(restOfOther, 1));
      default -> false;
    };
  }

  private static boolean isSwap(String one, String other) {
    return one.length() >= 2
        && one.charAt(0) == other.charAt(1)
        && one.charAt(1) == other.charAt(0)
        && tail(one, 2).equals(tail(other, 2));
  }

  private static String tail(String word, int from) {
    return word.substring(Math.min(from, word.length()));
  }
}
