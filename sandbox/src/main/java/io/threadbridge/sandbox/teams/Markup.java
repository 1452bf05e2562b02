package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns what somebody typed into an activity's plain text, its HTML twin and its mentions.
///
/// `@bot`, `@Website Chat` and `@` with somebody's whole name become mentions.
final class Markup {
  private static final String SCHEMA = "http://schema.skype.com/";
  private static final int FIRST_DRAWN = 0x2190;

  private final Map<String, String[]> names;
  private final List<String> longestFirst;
  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final ArrayNode entities = Json.array();

  private Markup(List<TeamsPerson> people) {
    String[] bot = {TeamsSandboxIds.BOT, TeamsSandboxIds.BOT_NAME};
    names =
        Stream.concat(
                Stream.of(Map.entry("@bot", bot), Map.entry("@" + TeamsSandboxIds.BOT_NAME, bot)),
                people.stream()
                    .map(
                        each ->
                            Map.entry("@" + each.name(), new String[] {each.id(), each.name()})))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    longestFirst =
        names.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /// `text`, `textFormat`, `attachments` with the HTML, and `entities`.
  static ObjectNode of(String typed, List<TeamsPerson> people, String extraHtml) {
    Markup markup = new Markup(people);
    markup.read(typed);
    ObjectNode content = Json.object().put("text", markup.plain.toString());
    content.put("textFormat", "plain");
    ObjectNode twin = content.putArray("attachments").addObject().put("contentType", "text/html");
    String words = typed.isEmpty() ? "" : "<p>" + markup.html + "</p>";
    twin.put("content", words + extraHtml);
    content.set("entities", markup.entities);
    return content;
  }

  private void read(String typed) {
    int at = 0;
    while (at < typed.length()) {
      int from = at;
      Optional<String> name =
          typed.charAt(at) == '@'
              ? longestFirst.stream().filter(each -> typed.startsWith(each, from)).findFirst()
              : Optional.empty();
      if (name.isPresent()) {
        mention(names.getOrDefault(name.get(), new String[] {"", ""}));
        at += name.get().length();
      } else {
        int point = typed.codePointAt(at);
        letter(point);
        at += Character.charCount(point);
      }
    }
  }

  private void mention(String[] who) {
    html.append("<span itemscope=\"\" itemtype=\"").append(SCHEMA).append("Mention\" itemid=\"");
    html.append(entities.size()).append("\">").append(escaped(who[1])).append("</span>");
    String tag = "<at>" + escaped(who[1]) + "</at>";
    plain.append(tag);
    ObjectNode entity = entities.addObject().put("type", "mention").put("text", tag);
    entity.putObject("mentioned").put("id", who[0]).put("name", who[1]);
  }

  private void letter(int point) {
    plain.appendCodePoint(point);
    if (point == '\n') {
      html.append("<br>");
    } else if (Character.isEmoji(point) && point >= FIRST_DRAWN) {
      html.append("<img itemscope=\"\" itemtype=\"").append(SCHEMA).append("Emoji\" alt=\"");
      html.appendCodePoint(point).append("\">");
    } else {
      html.append(escaped(Character.toString(point)));
    }
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
