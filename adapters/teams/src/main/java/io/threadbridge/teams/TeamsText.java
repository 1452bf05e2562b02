package io.threadbridge.teams;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/// Writes words that are not ours so that Teams shows them and does nothing else with them.
///
/// Text runs know no Markdown. Two things are read in them all the same: the card's own functions,
/// `{{DATE(…)}}` and `{{TIME(…)}}`, and, where a card names people, their `<at>` tags. A word
/// joiner, which nobody sees, breaks both.
final class TeamsText {
  /// A notification shows less; more is never needed.
  static final int SUMMARY_MAX = 400;

  /// A button's text; longer ones are cut by Teams itself.
  static final int BUTTON_MAX = 60;

  private static final String WORD_JOINER = "\u2060";
  private static final Pattern FUNCTION = Pattern.compile("\\{(?=\\{)");
  private static final Pattern TAG = Pattern.compile("<(?=/?at\\b)", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKUP = Pattern.compile("[<&](?=[\\p{L}/!?#])");
  private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_{}\\[\\]()<>#+\\-.!|~&]");
  private static final Pattern ADDRESS = Pattern.compile(":(?=//)");
  private static final Pattern LINE = Pattern.compile("\\R");

  private TeamsText() {}

  /// For a text run, which formats nothing.
  static String plain(String words) {
    String guarded = FUNCTION.matcher(words).replaceAll("{" + WORD_JOINER);
    return TAG.matcher(guarded).replaceAll("<" + WORD_JOINER);
  }

  /// For a text block, which reads Markdown: every mark of it is escaped, an address is broken so
  /// that no client makes a link of it by itself, and lines are joined.
  static String markdown(String words) {
    String line = LINE.matcher(words).replaceAll(" ").strip();
    String unlinked = ADDRESS.matcher(plain(line)).replaceAll(":" + WORD_JOINER);
    return MARKDOWN.matcher(unlinked).replaceAll("\\\\$0");
  }

  /// For the line that notifications and screen readers use: one line, in which nothing can be
  /// taken for a tag or an entity, whatever reads it.
  static String summary(String words) {
    String line = cut(LINE.matcher(words).replaceAll(" "), SUMMARY_MAX);
    return MARKUP.matcher(line).replaceAll("$0" + WORD_JOINER);
  }

  /// A name inside an `<at>` tag: it must not end the tag.
  static String tagged(String name) {
    return "<at>" + name.replaceAll("[<>&\\p{Cntrl}]+", " ").strip() + "</at>";
  }

  /// At most so many UTF-16 units, with an ellipsis where something was cut, never empty: some
  /// clients refuse a card with an empty text.
  static String cut(String words, int most) {
    String shown = words.isBlank() ? "·" : words;
    if (shown.length() <= most) {
      return shown;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(shown);
    return shown.substring(0, characters.preceding(most)) + "…";
  }

  /// The lines of a text.
  static String[] lines(String words) {
    return LINE.split(words, -1);
  }
}
