package io.threadbridge.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.port.Card;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The parts that our Adaptive Cards are made of. Words stand in `RichTextBlock`s: their runs are
/// the only text of a card that Teams never formats, neither links nor bold nor headings.
final class CardParts {
  /// The version that we draw; Teams on a telephone shows it too.
  static final String VERSION = "1.5";

  /// One message is drawn in at most so many lines; the rest stands in the last one, between these
  /// marks. Whoever sends four thousand empty lines must not make a card too large to send.
  static final int LINES_MAX = 60;

  private static final String LINE_MARK = " ⏎ ";

  /// What an empty line is made of: some clients refuse a run without text.
  private static final String EMPTY = "\u00a0";

  private CardParts() {}

  static ObjectNode element(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  /// A card that uses the whole width of the conversation.
  static ObjectNode card(List<ObjectNode> body, List<ObjectNode> actions) {
    ObjectNode card = element("AdaptiveCard");
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("version", VERSION);
    card.putArray("body").addAll(body);
    if (!actions.isEmpty()) {
      card.putArray("actions").addAll(actions);
    }
    card.putObject("msteams").put("width", "Full");
    return card;
  }

  /// A button that opens an address of a thread.
  static ObjectNode open(Card.Link link) {
    return element("Action.OpenUrl").put("title", link.title()).put("url", link.url());
  }

  /// One line of words as they are.
  static ObjectNode line(String words, Look look) {
    ObjectNode run = element("TextRun").put("text", shown(words));
    switch (look) {
      case PLAIN -> {
        // As it is.
      }
      case NAME -> run.put("weight", "Bolder");
      case TITLE -> run.put("weight", "Bolder").put("size", "Medium");
      case HEADING -> run.put("weight", "Bolder").put("size", "Large");
      case SMALL -> run.put("isSubtle", true).put("size", "Small");
      case TAKEN_BACK -> run.put("isSubtle", true).put("italic", true);
    }
    ObjectNode block = element("RichTextBlock");
    block.putArray("inlines").add(run);
    return block;
  }

  /// How a line looks.
  enum Look {
    /// Words.
    PLAIN,
    /// Whose words follow.
    NAME,
    /// What a card is about.
    TITLE,
    /// What a whole report is about.
    HEADING,
    /// What is of less weight.
    SMALL,
    /// What stands in the place of words.
    TAKEN_BACK
  }

  /// Words as they are, one block a line: inside a run some clients show a line's end as a blank.
  static List<ObjectNode> words(String words) {
    return words(words, LINES_MAX);
  }

  /// The same in at most so many blocks, and never more than [#LINES_MAX].
  static List<ObjectNode> words(String words, int blocksMax) {
    String[] lines = TeamsText.lines(words);
    int most = Math.min(blocksMax, LINES_MAX);
    Stream<String> shown = Arrays.stream(lines);
    if (lines.length > most) {
      String[] rest = Arrays.copyOfRange(lines, most - 1, lines.length);
      shown =
          Stream.concat(Arrays.stream(lines, 0, most - 1), Stream.of(String.join(LINE_MARK, rest)));
    }
    List<ObjectNode> blocks = shown.map(line -> line(line, Look.PLAIN)).toList();
    blocks.stream().skip(1).forEach(block -> block.put("spacing", "None"));
    return blocks;
  }

  private static String shown(String words) {
    return words.isBlank() ? EMPTY : TeamsText.plain(words);
  }

  /// A coloured field over the whole width.
  static ObjectNode field(String style, List<ObjectNode> items) {
    ObjectNode field = element("Container").put("style", style).put("bleed", true);
    ArrayNode inside = field.putArray("items");
    items.forEach(inside::add);
    return field;
  }
}
