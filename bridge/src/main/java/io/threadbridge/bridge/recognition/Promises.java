package io.threadbridge.bridge.recognition;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds promises to come back in one language: a phrase such as *I'll be back* and a time beside
/// it, in a sentence that is no question and about nothing else.
final class Promises {
  private static final int CHARACTERS_MAX = 4_000;

  /// *Get back to you with the details in 10 minutes.*
  private static final int BETWEEN_MAX = 5;

  /// One word and a comma.
  private static final int ADDRESS_MAX = 2;

  /// A phrase in a sentence, from its first word to before the word at its end.
  private record Cue(int start, int end, boolean looks) {}

  private final List<Phrase> returns;
  private final List<Phrase> shortReturns;
  private final List<Phrase> checks;
  private final Set<String> me;
  private final Set<String> and;
  private final Set<String> forbidden;
  private final Set<String> around;
  private final Set<String> abbreviated;
  private final Times times;

  Promises(Language language) {
    this.returns = language.phrases(Section.RETURN);
    this.shortReturns = language.phrases(Section.RETURN_SHORT);
    this.checks = language.phrases(Section.CHECK);
    this.me = language.words(Section.ME);
    this.and = language.words(Section.AND);
    this.forbidden = language.words(Section.NOT_A_PROMISE);
    this.around = language.words(Section.AROUND_TIME);
    this.abbreviated = new HashSet<>(around);
    this.abbreviated.addAll(language.words(Section.AT));
    this.times = new Times(language);
  }

  Optional<BackIn> in(String text, ZonedDateTime now) {
    String beginning = text.substring(0, Math.min(text.length(), CHARACTERS_MAX));
    return Sentences.of(beginning, abbreviated).stream()
        .filter(sentence -> sentence.size() <= Phrase.WORDS_MAX)
        .filter(sentence -> sentence.stream().noneMatch(forbidden::contains))
        .flatMap(sentence -> inSentence(sentence, now).stream())
        .findFirst();
  }

  private Optional<BackIn> inSentence(List<String> sentence, ZonedDateTime now) {
    for (int at = 0; at < sentence.size(); at++) {
      Optional<Times.Span> span = times.at(sentence, at, now);
      if (span.isPresent()) {
        Duration length = span.get().length();
        if (BackIn.fits(length) && isPromised(folded(sentence, span.get()), at)) {
          return Optional.of(new BackIn(length));
        }
        at = span.get().end() - 1;
      }
    }
    return Optional.empty();
  }

  /// The sentence with one word in place of the time.
  private static List<String> folded(List<String> sentence, Times.Span span) {
    List<String> folded = new ArrayList<>(sentence.subList(0, span.start()));
    folded.add(Phrase.TIME);
    folded.addAll(sentence.subList(span.end(), sentence.size()));
    return folded;
  }

  private boolean isPromised(List<String> sentence, int time) {
    return cues(sentence).stream().anyMatch(cue -> isBeside(sentence, cue, time));
  }

  private List<Cue> cues(List<String> sentence) {
    List<Cue> cues = new ArrayList<>();
    for (int at = 0; at < sentence.size(); at++) {
      addCues(cues, returns, sentence, at, false);
      addCues(cues, checks, sentence, at, true);
      if (mayBeShort(sentence, at)) {
        addCues(cues, shortReturns, sentence, at, false);
      }
    }
    return cues;
  }

  private static void addCues(
      List<Cue> cues, List<Phrase> phrases, List<String> sentence, int at, boolean looks) {
    for (Phrase phrase : phrases) {
      for (long ends = phrase.ends(sentence, at); ends != 0; ends &= ends - 1) {
        cues.add(new Cue(at, Long.numberOfTrailingZeros(ends), looks));
      }
    }
  }

  /// Without *I* only at the beginning (*Sorry, back in 5*), or as one more thing that the speaker
  /// does.
  private boolean mayBeShort(List<String> sentence, int at) {
    String before = at == 0 ? "," : sentence.get(at - 1);
    if (before.equals(",") && at <= ADDRESS_MAX) {
      return true;
    }
    boolean goesOn = Stream.of(before, sentence.get(at)).anyMatch(and::contains);
    return (goesOn || before.equals(","))
        && sentence.subList(0, at).stream().anyMatch(me::contains);
  }

  private boolean isBeside(List<String> sentence, Cue cue, int time) {
    if (cue.start <= time && time < cue.end) {
      return true;
    }
    if (time < cue.start) {
      return sentence.subList(time + 1, cue.start).stream()
          .allMatch(word -> around.contains(word) || word.equals(","));
    }
    List<String> between =
        sentence.subList(cue.end, time).stream().filter(word -> !around.contains(word)).toList();
    boolean placed =
        (time > 0 && around.contains(sentence.get(time - 1)))
            || (time + 1 < sentence.size() && around.contains(sentence.get(time + 1)));
    if (between.contains(",")) {
      return !cue.looks && between.stream().allMatch(","::equals);
    }
    return between.size() <= BETWEEN_MAX && (!cue.looks || placed);
  }
}
