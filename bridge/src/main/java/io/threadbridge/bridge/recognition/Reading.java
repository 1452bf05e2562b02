package io.threadbridge.bridge.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads messages as a row of phrases, each of which says one of a few things.
///
/// @param <S> what a phrase says
final class Reading<S> {
  /// So much worse is a word that no phrase covers than one more phrase.
  private static final int LEFT_OVER = 1_000;

  private record Known<S>(Phrase phrase, S says) {}

  /// The best way on from a word to the end.
  private record Way<S>(int cost, int next, List<S> says) {}

  /// What a message says.
  ///
  /// @param said everything that its phrases say
  /// @param saidLast what is said after the last word that is left over
  /// @param leftOver the words that are no part of any phrase, as they were typed
  /// @param words how many there are in all, after those run together were taken apart
  record Result<S>(Set<S> said, Set<S> saidLast, List<Token> leftOver, int words) {}

  private final Map<String, List<Known<S>>> beginning = new HashMap<>();
  private final Spelling spelling;

  /// @param phrases what each of them says
  /// @param namesSay what a name says
  /// @param left words whose spelling is never mended
  Reading(Map<S, List<Phrase>> phrases, Set<String> names, S namesSay, Set<String> left) {
    Set<String> words = new HashSet<>();
    phrases.forEach(
        (says, all) -> {
          all.forEach(phrase -> words.addAll(phrase.words()));
          all.forEach(phrase -> add(new Known<>(phrase, says)));
        });
    add(new Known<>(Phrase.oneOf(names), namesSay));
    this.spelling = new Spelling(words, names, left);
  }

  private void add(Known<S> known) {
    known
        .phrase
        .beginnings()
        .forEach(word -> beginning.computeIfAbsent(word, _ -> new ArrayList<>()).add(known));
  }

  /// The message as the fewest phrases that leave the fewest words over.
  ///
  /// @param tokens half of [Phrase#WORDS_MAX] at most, since some are two words run together;
  ///     what is beyond it after that is left over
  Result<S> of(List<Token> tokens) {
    List<String> words = new ArrayList<>();
    List<Token> typed = new ArrayList<>();
    for (Token token : tokens) {
      for (String word : spelling.read(token)) {
        words.add(word);
        typed.add(token);
      }
    }
    int end = Math.min(words.size(), Phrase.WORDS_MAX);
    List<Way<S>> ways = ways(words.subList(0, end));
    Set<S> said = new LinkedHashSet<>();
    Set<S> saidLast = new LinkedHashSet<>();
    Set<Token> leftOver = new LinkedHashSet<>();
    for (int at = 0; at < end; at = ways.get(at).next) {
      List<S> says = ways.get(at).says;
      said.addAll(says);
      saidLast.addAll(says);
      if (says.isEmpty()) {
        leftOver.add(typed.get(at));
        saidLast.clear();
      }
    }
    if (leftOver.addAll(typed.subList(end, typed.size()))) {
      saidLast.clear();
    }
    return new Result<>(said, saidLast, List.copyOf(leftOver), words.size());
  }

  private List<Way<S>> ways(List<String> words) {
    List<Way<S>> ways = new ArrayList<>();
    for (int at = 0; at <= words.size(); at++) {
      ways.add(new Way<>(0, at, List.of()));
    }
    for (int at = words.size() - 1; at >= 0; at--) {
      ways.set(at, best(words, at, ways));
    }
    return ways;
  }

  private Way<S> best(List<String> words, int at, List<Way<S>> ways) {
    Way<S> best = new Way<>(ways.get(at + 1).cost + LEFT_OVER, at + 1, List.of());
    for (Known<S> known : beginning.getOrDefault(words.get(at), List.of())) {
      for (long ends = known.phrase.ends(words, at); ends != 0; ends &= ends - 1) {
        int next = Long.numberOfTrailingZeros(ends);
        int cost = ways.get(next).cost + 1;
        if (cost < best.cost) {
          best = new Way<>(cost, next, List.of(known.says));
        }
      }
    }
    return best;
  }
}
