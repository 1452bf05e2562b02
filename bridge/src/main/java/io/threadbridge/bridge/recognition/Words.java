package io.threadbridge.bridge.recognition;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Tells what a message means from its words, as people type them: with slips, run together, in
/// capitals, in any of the languages. Immutable; each question takes far less than a millisecond,
/// and time in proportion to the message's length.
public final class Words {
  /// Loaded once: the files never change while the program runs.
  private static final Words STANDARD = new Words(Languages.all());

  private final Closings closings;
  private final Openers openers;
  private final List<Promises> promises;

  Words(List<Language> languages) {
    Vocabulary vocabulary = new Vocabulary(languages);
    this.closings = new Closings(vocabulary);
    this.openers = new Openers(vocabulary);
    this.promises = languages.stream().map(Promises::new).toList();
  }

  /// The words of all languages that come with the program.
  public static Words standard() {
    return STANDARD;
  }

  /// The files that these words were read from: their texts by the code of the language, the
  /// earlier first where two would read a message differently.
  public static SequencedMap<String, String> files() {
    return Languages.files();
  }

  /// The words of other files: to measure what a list is worth, or to try a language. Takes some
  /// milliseconds for each file.
  ///
  /// @throws IllegalArgumentException if a line of one cannot be read
  public static Words of(SequencedMap<String, String> files) {
    return new Words(Languages.of(files));
  }

  /// What kind of ending a message is, if it is nothing else: a message of which anything but such
  /// words is left, or that asks something, is none. A farewell outweighs thanks, thanks outweigh
  /// *nothing else*.
  public Optional<ClosingKind> closing(String text) {
    return closings.of(text);
  }

  /// What a first message says.
  public Opener opener(String text) {
    return openers.of(text);
  }

  /// When a staff member says that they will be back, if they do: *I'll check and be back in 10
  /// minutes*. Rather none than a wrong one: *delivery in 10 minutes* promises nothing, and what is
  /// shorter or longer than a [BackIn] is none.
  ///
  /// @param zone in which a time of day is meant
  public Optional<BackIn> promise(String staffText, Instant now, ZoneId zone) {
    return promises.stream()
        .flatMap(language -> language.in(staffText, now.atZone(zone)).stream())
        .findFirst();
  }
}
