package io.threadbridge.bridge.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A way to say something: words in a row, each a choice, which may be left out or repeated.
///
/// In a file: `have a? <fine>* day|evening`. A bar divides a choice, `<fine>` is a named set, `?`
/// may be left out, `+` may be repeated, `*` both. Finding where it ends takes one step a word and
/// never goes back.
///
/// @param places at least one of them cannot be left out
record Phrase(List<Place> places) {
  /// More words than this are not looked at together: the ends of a phrase are the bits of a
  /// `long`.
  static final int WORDS_MAX = 60;

  /// Stands in a phrase for any length of time. No word of a text looks like it.
  static final String TIME = "TIME";

  /// One place of a phrase.
  record Place(Set<String> words, boolean optional, boolean repeated) {
    Place {
      words = Set.copyOf(words);
    }
  }

  Phrase {
    places = List.copyOf(places);
  }

  /// One word out of a set.
  static Phrase oneOf(Set<String> words) {
    return new Phrase(List.of(new Place(words, false, false)));
  }

  /// @throws IllegalArgumentException if it names a set that is not there, or is empty
  static Phrase parse(String line, Map<String, Set<String>> sets) {
    Phrase phrase =
        new Phrase(Arrays.stream(line.split("\\s+")).map(one -> place(one, sets)).toList());
    if (phrase.places.stream().allMatch(Place::optional)) {
      throw new IllegalArgumentException("all of \"" + line + "\" may be left out");
    }
    return phrase;
  }

  private static Place place(String text, Map<String, Set<String>> sets) {
    char last = text.charAt(text.length() - 1);
    boolean marked = "?*+".indexOf(last) >= 0;
    String choice = marked ? text.substring(0, text.length() - 1) : text;
    Set<String> words = new HashSet<>();
    for (String one : choice.split("\\|", -1)) {
      words.addAll(one.startsWith("<") ? named(one, sets) : List.of(plain(one)));
    }
    return new Place(words, last == '?' || last == '*', last == '+' || last == '*');
  }

  private static String plain(String word) {
    if (word.equals(TIME)) {
      return TIME;
    }
    List<Token> tokens = Token.words(word);
    if (tokens.size() != 1) {
      throw new IllegalArgumentException("\"" + word + "\" is not one word");
    }
    return tokens.getFirst().form();
  }

  private static Set<String> named(String reference, Map<String, Set<String>> sets) {
    Set<String> words = sets.get(reference.substring(1, reference.length() - 1));
    if (words == null) {
      throw new IllegalArgumentException("there is no set " + reference);
    }
    return words;
  }

  /// The words with which it can begin.
  Set<String> beginnings() {
    Set<String> words = new HashSet<>();
    for (Place place : places) {
      words.addAll(place.words);
      if (!place.optional) {
        break;
      }
    }
    return words;
  }

  /// All words that occur in it.
  List<String> words() {
    List<String> words = new ArrayList<>();
    places.forEach(place -> words.addAll(place.words));
    return words;
  }

  /// Where it ends if it begins at a word: bit *n* is set if the words before *n* complete it.
  ///
  /// @param words [#WORDS_MAX] at most
  long ends(List<String> words, int from) {
    long reached = 1L << from;
    for (Place place : places) {
      long next = step(words, reached, place);
      long more = next;
      while (place.repeated && more != 0) {
        more = step(words, more, place);
        next |= more;
      }
      reached = place.optional ? reached | next : next;
    }
    return reached & ~(1L << from);
  }

  private static long step(List<String> words, long reached, Place place) {
    long next = 0;
    for (long rest = reached; rest != 0; rest &= rest - 1) {
      int at = Long.numberOfTrailingZeros(rest);
      if (at < words.size() && place.words.contains(words.get(at))) {
        next |= 1L << (at + 1);
      }
    }
    return next;
  }
}
