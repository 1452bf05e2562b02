package io.threadbridge.bridge.recognition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One word, number or mark of a text, in the form in which words are compared.
///
/// @param raw in lower case, without accents and apostrophes
/// @param form the same with each run of one letter written once, as *helloo* and *helo* are both
///     *hello*
record Token(String raw, String form) {
  /// The two symbols that are words: a waving hand and folded hands.
  private static final String SPEAKING_SYMBOLS = "👋🙏";

  /// Marks that divide a sentence or end it; all others are only blanks.
  private static final String MARKS = ",.!?;:\n";

  private static final String APOSTROPHES = "'’ʼ‘`´";

  private enum Sort {
    LETTER,
    DIGIT,
    SYMBOL,
    MARK,
    BLANK
  }

  static Token of(String raw) {
    return new Token(raw, squeezed(raw));
  }

  /// The words and numbers of a text; marks are left out.
  static List<Token> words(String text) {
    return all(text).stream().filter(token -> !token.isMark()).toList();
  }

  /// Everything in a text, marks included. Letters and digits are told apart: *10min* is two.
  /// Takes one pass.
  static List<Token> all(String text) {
    List<Token> tokens = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    Sort before = Sort.BLANK;
    for (int point : folded(text).codePoints().toArray()) {
      Sort sort = sortOf(point);
      boolean goesOn = sort == before && (sort == Sort.LETTER || sort == Sort.DIGIT);
      if (!goesOn && !current.isEmpty()) {
        tokens.add(of(current.toString()));
        current.setLength(0);
      }
      if (sort != Sort.BLANK) {
        current.appendCodePoint(point);
      }
      before = sort;
    }
    if (!current.isEmpty()) {
      tokens.add(of(current.toString()));
    }
    return tokens;
  }

  boolean isMark() {
    return MARKS.contains(raw);
  }

  boolean isNumber() {
    return Character.isDigit(raw.codePointAt(0));
  }

  private static Sort sortOf(int point) {
    if (Character.isLetter(point)) {
      return Sort.LETTER;
    }
    if (Character.isDigit(point)) {
      return Sort.DIGIT;
    }
    if (SPEAKING_SYMBOLS.indexOf(point) >= 0) {
      return Sort.SYMBOL;
    }
    return MARKS.indexOf(point) >= 0 ? Sort.MARK : Sort.BLANK;
  }

  private static String folded(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(plain.length());
    plain
        .codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .filter(point -> APOSTROPHES.indexOf(point) < 0)
        .forEach(point -> appendFolded(folded, point));
    return folded.toString();
  }

  private static void appendFolded(StringBuilder folded, int point) {
    switch (point) {
      case 'ß' -> folded.append("ss");
      case 'æ' -> folded.append("ae");
      case 'ø' -> folded.append('o');
      default -> folded.appendCodePoint(point);
    }
  }

  /// Runs of one letter written once; digits stay.
  static String squeezed(String word) {
    StringBuilder squeezed = new StringBuilder(word.length());
    int before = -1;
    for (int point : word.codePoints().toArray()) {
      if (point != before || Character.isDigit(point)) {
        squeezed.appendCodePoint(point);
      }
      before = point;
    }
    return squeezed.toString();
  }
}
