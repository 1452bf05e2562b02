package io.threadbridge.config;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A kind of line that a story may have, and what is done for it.
///
/// @param form the whole line, with what differs in groups
record Sentence(Pattern form, BiConsumer<StoryStage, Matcher> play) {
  /// Every kind that there is; the first that fits is meant.
  static final List<Sentence> ALL =
      Stream.of(VisitorSentences.ALL, StaffSentences.ALL).flatMap(List::stream).toList();

  static Sentence of(String form, BiConsumer<StoryStage, Matcher> play) {
    return new Sentence(Pattern.compile(form), play);
  }

  /// The line as this kind of sentence, if it is one.
  Optional<Matcher> read(String line) {
    Matcher matcher = form.matcher(line);
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }

  /// Whether a line of a story means anything.
  static boolean isOne(String line) {
    return ALL.stream().anyMatch(sentence -> sentence.read(line).isPresent());
  }

  /// Does what a line says.
  static void play(StoryStage stage, String line) {
    for (Sentence sentence : ALL) {
      Optional<Matcher> read = sentence.read(line);
      if (read.isPresent()) {
        sentence.play.accept(stage, read.get());
        return;
      }
    }
    throw new AssertionError("not a sentence of stories");
  }

  /// Whether something reads so; with `…` at the end it may go on.
  static boolean fits(String text, String words) {
    return words.endsWith("…") ? text.startsWith(bare(words)) : text.equals(words);
  }

  /// The words without the `…` that ends them.
  static String bare(String words) {
    return words.endsWith("…") ? words.substring(0, words.length() - 1) : words;
  }
}
