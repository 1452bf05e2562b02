package io.threadbridge.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.teams.CardParts.Look;
import io.threadbridge.teams.TeamsWords.Word;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Draws a text of the bridge's line by line, so that an address of our own in it can be clicked.
///
/// In a text run an address is no link, and a run's own action opens nothing in some of Teams'
/// clients. So a line with such an address is a text block, the one place where `[words](address)`
/// works; what stands around the link is escaped. Every other line stays a run, which formats
/// nothing.
///
/// A line's link is its last word, but for a remark in brackets: in the middle of a line a visitor
/// may be quoted, who can name a workspace of Slack's as well as we can.
///
/// @param own whose addresses become links
record LinkedLines(OwnAddresses own) {
  /// So many characters are shown of a text, with its last whole line.
  static final int TEXT_MAX = 6_000;

  private static final int ADDRESS_MAX = 1_000;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<!\\S)https?://[\\x21-\\x7e]{1," + ADDRESS_MAX + "}(?=( \\([^()]*\\))?\\s*$)");

  /// An address of our own in a line.
  private record Found(URI address, int start, int end) {}

  /// One block a line.
  List<ObjectNode> of(String text, TeamsWords words) {
    List<ObjectNode> blocks = new ArrayList<>();
    for (String line : TeamsText.lines(bounded(text))) {
      ObjectNode block =
          last(line)
              .map(found -> linked(line, found, words))
              .orElseGet(() -> CardParts.line(line, Look.PLAIN));
      blocks.add(blocks.isEmpty() ? block : block.put("spacing", "None"));
    }
    return blocks;
  }

  /// As many whole lines as a card holds.
  static String bounded(String text) {
    String[] lines = TeamsText.lines(text);
    StringBuilder shown = new StringBuilder(TeamsText.cut(lines[0], TEXT_MAX));
    for (int at = 1; at < lines.length; at++) {
      if (at >= CardParts.LINES_MAX || shown.length() + lines[at].length() >= TEXT_MAX) {
        return shown.append("\n…").toString();
      }
      shown.append('\n').append(lines[at]);
    }
    return shown.toString();
  }

  private Optional<Found> last(String line) {
    return ADDRESS
        .matcher(line)
        .results()
        .flatMap(
            written ->
                uri(written.group())
                    .map(address -> new Found(address, written.start(), written.end()))
                    .stream())
        .reduce((_, later) -> later);
  }

  private Optional<URI> uri(String written) {
    try {
      return Optional.of(URI.create(written)).filter(own::isOne);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private ObjectNode linked(String line, Found found, TeamsWords words) {
    String label = TeamsText.markdown(label(found.address(), words));
    String address = found.address().toString().replace("(", "%28").replace(")", "%29");
    String text =
        around(line.substring(0, found.start()))
            + "["
            + label
            + "]("
            + address
            + ")"
            + around(line.substring(found.end()));
    return CardParts.element("TextBlock").put("text", text).put("wrap", true);
  }

  private static String around(String words) {
    String escaped = TeamsText.markdown(words);
    String before = words.startsWith(" ") ? " " : "";
    String after = words.length() > 1 && words.endsWith(" ") ? " " : "";
    return escaped.isEmpty() ? before : before + escaped + after;
  }

  /// What is clicked: a file of ours by its name, anything else opens a conversation.
  private String label(URI address, TeamsWords words) {
    String path = Optional.ofNullable(address.getPath()).orElse("");
    String name = path.substring(path.lastIndexOf('/') + 1);
    return own.isOnOwnOrigin(address) && name.contains(".") ? name : words.of(Word.OPEN_THREAD);
  }
}
