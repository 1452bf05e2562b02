package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a person typed, as Slack's own clients turn it into `text` and a `rich_text` block.
///
/// Knows mentions (`@anna`, `@here`), channels (`#overflow`), links and `:emoji:`; the rest is
/// text.
final class Typed {
  private static final Pattern SPECIAL =
      Pattern.compile(
          "(?<link>https?://[^\\s<>]+)|@(?<mention>[a-z]+)\\b|#(?<channel>[a-z0-9-]+)|:(?<emoji>[a-z0-9_+-]+):");

  private final Workspace workspace;
  private final StringBuilder text = new StringBuilder();
  private final ArrayNode leafs = Json.array();

  private Typed(Workspace workspace) {
    this.workspace = workspace;
  }

  /// Writes `text` and `blocks` of what was typed into a message.
  static void write(Workspace workspace, String typed, String blockId, ObjectNode body) {
    Typed reader = new Typed(workspace);
    reader.read(typed);
    body.put("text", reader.text.toString());
    ObjectNode block = Json.object().put("type", "rich_text").put("block_id", blockId);
    ObjectNode section = Json.object().put("type", "rich_text_section");
    section.set("elements", reader.leafs);
    block.putArray("elements").add(section);
    body.putArray("blocks").add(block);
  }

  private void read(String typed) {
    Matcher matcher = SPECIAL.matcher(typed);
    int from = 0;
    while (matcher.find()) {
      plain(typed.substring(from, matcher.start()));
      special(matcher);
      from = matcher.end();
    }
    plain(typed.substring(from));
  }

  private void special(Matcher matcher) {
    String whole = matcher.group();
    if (matcher.group("link") != null) {
      span("<" + escape(whole) + ">", leaf("link").put("url", whole));
    } else if (matcher.group("mention") != null) {
      mention(matcher.group("mention"), whole);
    } else if (matcher.group("channel") != null) {
      channel(matcher.group("channel"), whole);
    } else {
      span(whole, leaf("emoji").put("name", matcher.group("emoji")));
    }
  }

  private void mention(String handle, String whole) {
    if (List.of("here", "channel", "everyone").contains(handle)) {
      span("<!" + handle + ">", leaf("broadcast").put("range", handle));
      return;
    }
    workspace.people().stream()
        .filter(person -> person.handle().equals(handle))
        .findFirst()
        .ifPresentOrElse(
            person -> span("<@" + person.id() + ">", leaf("user").put("user_id", person.id())),
            () -> plain(whole));
  }

  private void channel(String name, String whole) {
    workspace.channels().stream()
        .filter(channel -> channel.name().equals(name))
        .findFirst()
        .ifPresentOrElse(
            channel ->
                span(
                    "<#" + channel.id() + "|" + name + ">",
                    leaf("channel").put("channel_id", channel.id())),
            () -> plain(whole));
  }

  private static ObjectNode leaf(String type) {
    return Json.object().put("type", type);
  }

  private void span(String inText, ObjectNode leaf) {
    text.append(inText);
    leafs.add(leaf);
  }

  private void plain(String piece) {
    if (!piece.isEmpty()) {
      span(escape(piece), leaf("text").put("text", piece));
    }
  }

  private static String escape(String piece) {
    return piece.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
