package io.threadbridge.bench.recognise;

import io.threadbridge.bridge.recognition.ClosingKind;
import io.threadbridge.bridge.recognition.Opener;
import io.threadbridge.bridge.recognition.Words;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The words that would be left if one file had never been seen: whatever the lines of the other
/// files do not need is taken out of the English list, general knowledge as well as what the
/// missing file may have taught. So a figure taken with them is a lower bound.
///
/// What cannot be undone is what was left out of the list, and the form of its phrases.
final class HeldOut {
  private static final String ENGLISH = "en";

  private final Words standard = Words.standard();
  private final SequencedMap<String, String> files = new LinkedHashMap<>(Words.files());
  private final WordParts english = new WordParts(files.getOrDefault(ENGLISH, ""));
  private final Set<String> greetings = new HashSet<>();
  private final Set<String> farewells = new HashSet<>();

  private HeldOut(Collection<List<Utterance>> seen) {
    for (List<Utterance> lines : seen) {
      for (Utterance line : lines) {
        if (line.is("openinggreeting") && greets(standard, line.text())) {
          greetings.add(line.text());
        }
        if (line.is("closinggreeting") && leaves(standard, line.text())) {
          farewells.add(line.text());
        }
      }
    }
  }

  /// The fewest words with which everything of these lines is still found that is found with all.
  static Words neededFor(Collection<List<Utterance>> seen) {
    return new HeldOut(seen).fewest();
  }

  private Words fewest() {
    Set<WordParts.Part> gone = new HashSet<>();
    takeAway(english.parts(), gone);
    return without(gone);
  }

  /// Takes away as many of these parts as it can: all at once, or each half by itself.
  private void takeAway(List<WordParts.Part> parts, Set<WordParts.Part> gone) {
    gone.addAll(parts);
    if (!findsAll(without(gone))) {
      parts.forEach(gone::remove);
      int half = parts.size() / 2;
      if (half > 0) {
        takeAway(parts.subList(0, half), gone);
        takeAway(parts.subList(half, parts.size()), gone);
      }
    }
  }

  private Words without(Set<WordParts.Part> gone) {
    files.put(ENGLISH, english.without(gone));
    return Words.of(files);
  }

  private boolean findsAll(Words words) {
    return farewells.stream().allMatch(text -> leaves(words, text))
        && greetings.stream().allMatch(text -> greets(words, text));
  }

  private static boolean greets(Words words, String text) {
    return words.opener(text) == Opener.BARE_GREETING;
  }

  private static boolean leaves(Words words, String text) {
    return words.closing(text).equals(Optional.of(ClosingKind.FAREWELL));
  }
}
