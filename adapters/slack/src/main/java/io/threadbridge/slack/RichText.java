package io.threadbridge.slack;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads Slack's rich text as plain text; gives up as a whole at the first thing that it does not
/// know, rather than leave something out.
final class RichText {
  private static final int INDENT_MAX = 8;

  private final StaffText names;
  private final EmojiNames emoji;

  RichText(StaffText names, EmojiNames emoji) {
    this.names = names;
    this.emoji = emoji;
  }

  /// The text of a message's blocks; empty if not all of it is known rich text.
  Optional<String> read(List<JsonObject> blocks) {
    List<String> paragraphs = new ArrayList<>();
    for (JsonObject block : blocks) {
      if (!type(block).equals("rich_text")) {
        return Optional.empty();
      }
      for (JsonObject element : SlackJson.objects(block, "elements")) {
        Optional<String> paragraph = paragraph(element);
        if (paragraph.isEmpty()) {
          return Optional.empty();
        }
        paragraphs.add(paragraph.get());
      }
    }
    return Optional.of(String.join("\n", paragraphs));
  }

  private Optional<String> paragraph(JsonObject element) {
    return switch (type(element)) {
      case "rich_text_section", "rich_text_preformatted" -> line(element).map(RichText::unbroken);
      case "rich_text_quote" -> line(element).map(RichText::quoted);
      case "rich_text_list" -> list(element);
      default -> Optional.empty();
    };
  }

  /// A section ends in the line break that the next one begins after.
  private static String unbroken(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static String quoted(String text) {
    return text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
  }

  private Optional<String> list(JsonObject list) {
    boolean numbered = SlackJson.text(list, "style").equals("ordered");
    int number = number(list, "offset") + 1;
    String indent = "  ".repeat(number(list, "indent"));
    List<String> items = new ArrayList<>();
    for (JsonObject item : SlackJson.objects(list, "elements")) {
      Optional<String> text = line(item);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      items.add(indent + (numbered ? number++ + ". " : "• ") + text.get());
    }
    return Optional.of(String.join("\n", items));
  }

  private static int number(JsonObject object, String member) {
    String text = SlackJson.text(object, member);
    int value = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    return member.equals("indent") ? Math.min(value, INDENT_MAX) : value;
  }

  private Optional<String> line(JsonObject section) {
    StringBuilder line = new StringBuilder();
    for (JsonObject leaf : SlackJson.objects(section, "elements")) {
      Optional<String> text = leaf(leaf);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      line.append(text.get());
    }
    return Optional.of(line.toString());
  }

  private Optional<String> leaf(JsonObject leaf) {
    return switch (type(leaf)) {
      case "text" -> Optional.of(SlackJson.text(leaf, "text"));
      case "emoji" ->
          Optional.of(emoji.of(SlackJson.text(leaf, "name"), SlackJson.text(leaf, "unicode")));
      case "link" ->
          Optional.of(names.link(SlackJson.text(leaf, "url"), SlackJson.text(leaf, "text")));
      case "user" -> Optional.of(names.person(SlackJson.text(leaf, "user_id")));
      case "usergroup" -> Optional.of(names.team());
      case "broadcast", "channel" -> Optional.of("");
      case "date" -> SlackJson.maybe(leaf, "fallback");
      case "color" -> SlackJson.maybe(leaf, "value");
      default -> Optional.empty();
    };
  }

  private static String type(JsonObject object) {
    return SlackJson.text(object, "type");
  }
}
