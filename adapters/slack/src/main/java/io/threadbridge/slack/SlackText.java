package io.threadbridge.slack;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Writes words that are not ours so that Slack shows them and does nothing else with them.
final class SlackText {
  /// A message's `text` is at most this long after escaping: `chat.update` refuses 4,000.
  static final int FALLBACK_MAX = 3_800;

  /// A section holds 3,000 characters; Slack does not say of which kind, so these are UTF-16 units,
  /// of which there are never fewer than of any other.
  static final int SECTION_MAX = 2_900;

  /// A header holds 150 characters.
  static final int HEADER_MAX = 140;

  /// A button's text holds 75 characters.
  static final int BUTTON_MAX = 72;

  private static final Pattern CALL_TO_ALL =
      Pattern.compile("@(?=here|channel|everyone|group)", Pattern.CASE_INSENSITIVE);
  private static final String WORD_JOINER = "\u2060";

  private SlackText() {}

  /// For a place that reads `<…>` and entities: Slack's three escapes.
  static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// With a word joiner that keeps *@here* from being read as a call, whatever reads it.
  static String callingNobody(String words) {
    return CALL_TO_ALL.matcher(words).replaceAll("@" + WORD_JOINER);
  }

  /// For the text that notifications and screen readers use: escaped, cut, calling nobody.
  static String fallback(String words) {
    String guarded = callingNobody(words);
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < guarded.length(); i += Character.charCount(guarded.codePointAt(i))) {
      String next = escaped(Character.toString(guarded.codePointAt(i)));
      if (result.length() + next.length() > FALLBACK_MAX) {
        return result.append('…').toString();
      }
      result.append(next);
    }
    return result.toString();
  }

  /// At most so many UTF-16 units, with an ellipsis where something was cut, never empty: Slack
  /// refuses a block without text.
  static String cut(String words, int most) {
    String shown = words.isBlank() ? "·" : words;
    return shown.length() <= most ? shown : pieces(shown, most - 1).getFirst() + "…";
  }

  /// The words in pieces of at most `most` UTF-16 units, cut between what a reader sees as
  /// characters; together they are the words.
  static List<String> pieces(String words, int most) {
    if (words.length() <= most) {
      return List.of(words);
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(words);
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (words.length() - from > most) {
      int to = characters.preceding(from + most + 1);
      if (to <= from) {
        boolean insidePair = Character.isLowSurrogate(words.charAt(from + most));
        to = from + most - (insidePair ? 1 : 0);
      }
      pieces.add(words.substring(from, to));
      from = to;
    }
    pieces.add(words.substring(from));
    return List.copyOf(pieces);
  }
}
