package io.threadbridge.slack;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

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
    return readable(rich.orElseGet(() -> plain(SlackJson.text(message, "text"))));
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
    String scheme = scheme(url);
    if (!SCHEMES.contains(scheme)) {
      return label;
    }
    String shown = scheme.startsWith("http") ? url : url.substring(scheme.length() + 1);
    return label.isBlank() || saysTheSame(url, label) ? shown : label + " (" + shown + ")";
  }

  private static String scheme(String url) {
    int colon = url.indexOf(':');
    return colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  private static boolean saysTheSame(String url, String label) {
    String bare = bare(label);
    return bare.equals(bare(url)) || host(url).map(bare(label)::equals).orElse(false);
  }

  private static String bare(String address) {
    return address
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^(https?://|mailto:|tel:)", "")
        .replaceFirst("/$", "");
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(new URI(url).getHost());
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /// Without what cannot be read, and without the gaps that left-out mentions leave.
  private static String readable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(StaffText::isReadable)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  private static boolean isReadable(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean zeroWidth = c == 0x200B || c == 0x2060 || c == 0xFEFF;
    return !control && !surrogate && !turnsDirection && !zeroWidth;
  }
}
