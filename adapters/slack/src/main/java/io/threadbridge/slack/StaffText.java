package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.application.ReadableText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a member wrote, as plain text for a visitor: nothing of Slack's own writing, no ids, no
/// names of channels, no links but those of the web.
///
/// A message's rich text is read if all of it is understood, since that is what the staff see; else
/// its `text` is.
final class StaffText {
  private static final Pattern SPAN = Pattern.compile("<([^<>]*)>");

  private final EmojiNames emoji;
  private final SlackWords words;
  private final Function<String, Optional<String>> nameOf;

  /// @param nameOf the shown name of a member; empty if it is not known, or not to be known
  StaffText(EmojiNames emoji, SlackWords words, Function<String, Optional<String>> nameOf) {
    this.emoji = emoji;
    this.words = words;
    this.nameOf = nameOf;
  }

  /// The words of a message.
  String of(JsonObject message) {
    List<JsonObject> blocks = SlackJson.objects(message, "blocks");
    Optional<String> rich =
        blocks.isEmpty() ? Optional.empty() : new RichText(this, emoji).read(blocks);
    return ReadableText.text(rich.orElseGet(() -> plain(SlackJson.text(message, "text"))));
  }

  /// Spans first, entities after: a typed `&lt;!channel&gt;` must not become a span.
  private String plain(String text) {
    StringBuilder result = new StringBuilder();
    Matcher span = SPAN.matcher(text);
    int from = 0;
    while (span.find()) {
      result.append(literal(text.substring(from, span.start())));
      result.append(span(span.group(1)));
      from = span.end();
    }
    return result.append(literal(text.substring(from))).toString();
  }

  private String literal(String text) {
    return emoji.replace(unescaped(text));
  }

  /// Each of the three entities once: `&amp;lt;` is `&lt;`.
  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private String span(String inside) {
    int bar = inside.indexOf('|');
    String target = bar < 0 ? inside : inside.substring(0, bar);
    String label = bar < 0 ? "" : unescaped(inside.substring(bar + 1));
    return switch (target.isEmpty() ? ' ' : target.charAt(0)) {
      case '@' -> person(target.substring(1));
      case '#' -> "";
      case '!' -> special(target.substring(1), label);
      default -> link(unescaped(target), label);
    };
  }

  private String special(String target, String label) {
    if (target.startsWith("subteam^")) {
      return words.of(SlackWords.Word.TEAM);
    }
    return target.startsWith("date^") ? label : "";
  }

  /// A mentioned member.
  String person(String user) {
    return nameOf
        .apply(user)
        .map(name -> name.isEmpty() ? "" : "@" + name)
        .orElse(words.of(SlackWords.Word.COLLEAGUE));
  }

  /// A mentioned group of members.
  String team() {
    return words.of(SlackWords.Word.TEAM);
  }

  /// An address, with its label where that says more than the address does.
  String link(String url, String label) {
    return ReadableText.link(url, label);
  }
}
