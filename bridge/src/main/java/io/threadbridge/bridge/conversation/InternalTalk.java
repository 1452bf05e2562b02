package io.threadbridge.bridge.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Keeps the staff's talk among themselves from the visitor: PRODUCT 2, mode `all`.
///
/// A message whose first written line is a note is a note as a whole: who begins with *note:* goes
/// on inside. Further down a marked line is taken out and the rest goes to the visitor.
public final class InternalTalk {
  private static final List<String> MARKS = List.of("//", "🔒");

  /// A line that begins with one of these, in any case, is a note whatever follows: better a word
  /// too many kept than one let out.
  private static final Set<String> NOTE_WORDS =
      Set.of(
          "note",
          "internal note",
          "huom",
          "muistiinpano",
          "нотатка",
          "примітка",
          "notat",
          "bemærk",
          "intern note",
          "obs",
          "notering",
          "anteckning",
          "intern anteckning",
          "notiz",
          "interne notiz",
          "vermerk");

  /// These begin ordinary sentences too and count only with a colon.
  private static final Set<String> NOTE_WORDS_WITH_COLON =
      Set.of(
          "internal",
          "private",
          "sisäinen",
          "sisäisesti",
          "внутрішнє",
          "для своїх",
          "internt",
          "intern",
          "intern info");

  private static final Set<Integer> INVISIBLE =
      Set.of(0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060, 0xFE0F, 0x00AD);

  private InternalTalk() {}

  /// What of a staff message the visitor may read; empty if it is a note.
  public static Optional<String> wordsForTheVisitor(String text) {
    List<String> lines = text.lines().toList();
    Optional<String> first = lines.stream().filter(line -> !visible(line).isEmpty()).findFirst();
    if (first.isEmpty() || isNote(first.get())) {
      return Optional.empty();
    }
    String kept = lines.stream().filter(line -> !isNote(line)).collect(Collectors.joining("\n"));
    return Optional.of(kept.strip());
  }

  /// The same of a post with these files, which go out with its words, or without any; empty if it
  /// is a note, or nothing at all.
  static Optional<String> forTheVisitor(String text, List<SharedFile> files) {
    return text.isBlank() && !files.isEmpty()
        ? Optional.of("")
        : wordsForTheVisitor(text).filter(kept -> !kept.isEmpty() || !files.isEmpty());
  }

  /// Whether any line of a staff message is internal.
  public static boolean isIn(String text) {
    return text.lines().anyMatch(InternalTalk::isNote);
  }

  private static boolean isNote(String line) {
    String start = visible(line).toLowerCase(Locale.ROOT);
    return MARKS.stream().anyMatch(start::startsWith)
        || NOTE_WORDS.stream().anyMatch(word -> startsWithWord(start, word))
        || NOTE_WORDS_WITH_COLON.stream().anyMatch(word -> startsWithWordAndColon(start, word));
  }

  private static boolean startsWithWord(String line, String word) {
    return line.startsWith(word)
        && (line.length() == word.length() || !Character.isLetter(line.codePointAt(word.length())));
  }

  private static boolean startsWithWordAndColon(String line, String word) {
    if (!line.startsWith(word)) {
      return false;
    }
    String after = line.substring(word.length()).stripLeading();
    return after.isEmpty() || after.startsWith(":") || after.startsWith("：");
  }

  /// Without the invisible characters, quote and list marks that a chat client may put before the
  /// first letter.
  private static String visible(String line) {
    StringBuilder result = new StringBuilder();
    line.codePoints().filter(c -> !INVISIBLE.contains(c)).forEach(result::appendCodePoint);
    return result.toString().replaceFirst("^[\\s\\p{Z}>•*_~`\\-]+", "").strip();
  }
}
