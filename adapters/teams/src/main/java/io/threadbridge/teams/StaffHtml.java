package io.threadbridge.teams;

import io.threadbridge.bridge.application.ReadableText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Reads the HTML of a message as plain text for a visitor: line ends where a reader sees them,
/// emoji as characters, links as text, mentions as the translator of names says, and nothing of
/// the message that somebody answers to. An element that is not known is read through to its text.
final class StaffHtml {
  private static final Set<String> OWN_LINES =
      Set.of(
          "p",
          "div",
          "li",
          "ul",
          "ol",
          "pre",
          "codeblock",
          "table",
          "tr",
          "blockquote",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr");

  /// Not words of the message: an attached post, a card, or what no client shows.
  private static final Set<String> LEFT_OUT =
      Set.of("attachment", "script", "style", "head", "title", "template", "object", "iframe");

  private static final String PICTURE = "AMSImage";
  private static final int DEPTH_MAX = 100;

  /// Says what stands for the mention with this index among the message's entities.
  @FunctionalInterface
  interface Names {
    String of(int mention);
  }

  /// What was read.
  ///
  /// @param pictures how many pictures stand among the words
  record Words(String text, int pictures) {}

  private final Names names;
  private final StringBuilder text = new StringBuilder();
  private int pictures;

  private StaffHtml(Names names) {
    this.names = names;
  }

  static Words read(String html, Names names) {
    Document document = Jsoup.parseBodyFragment(html);
    StaffHtml reading = new StaffHtml(names);
    reading.children(document.body(), 0, false);
    return new Words(reading.text.toString(), reading.pictures);
  }

  private void children(Element parent, int depth, boolean asTyped) {
    for (Node child : parent.childNodes()) {
      if (child instanceof TextNode words) {
        text(words, asTyped);
      } else if (child instanceof Element element && depth < DEPTH_MAX) {
        element(element, depth + 1, asTyped);
      }
    }
  }

  /// White space between blocks is how the HTML is laid out, not what was written.
  private void text(TextNode node, boolean asTyped) {
    if (asTyped) {
      text.append(node.getWholeText());
      return;
    }
    String words = node.getWholeText().replaceAll("[ \\t\\r\\n]+", " ");
    text.append(atLineStart() ? words.replaceFirst("^ ", "") : words);
  }

  private void element(Element element, int depth, boolean asTyped) {
    String name = element.normalName();
    if (LEFT_OUT.contains(name) || isAnswered(element)) {
      return;
    }
    switch (name) {
      case "br" -> text.append('\n');
      case "img", "emoji" -> picture(element);
      case "a" -> link(element, depth, asTyped);
      case "at" -> mention(element.attr("id"), element);
      case "span" -> {
        if (isOf(element, "Mention")) {
          mention(element.attr("itemid"), element);
        } else {
          children(element, depth, asTyped);
        }
      }
      case "td", "th" -> {
        children(element, depth, asTyped);
        text.append(element.nextElementSibling() == null ? "" : " | ");
      }
      default -> {
        if (OWN_LINES.contains(name)) {
          block(element, depth, asTyped);
        } else {
          children(element, depth, asTyped);
        }
      }
    }
  }

  private void block(Element element, int depth, boolean asTyped) {
    lineStart();
    if (element.normalName().equals("li")) {
      text.append(mark(element));
    }
    int from = text.length();
    children(element, depth, asTyped || Set.of("pre", "codeblock").contains(element.normalName()));
    if (element.normalName().equals("blockquote")) {
      quote(from);
    }
    lineStart();
  }

  /// Somebody's own quotation stays, marked as one.
  private void quote(int from) {
    String quoted = text.substring(from).strip();
    text.setLength(from);
    quoted.lines().forEach(line -> text.append("> ").append(line).append('\n'));
  }

  private static String mark(Element item) {
    Element list = item.parent();
    if (list == null || !list.normalName().equals("ol")) {
      return "• ";
    }
    List<Element> items = list.children();
    int first = list.attr("start").matches("[0-9]{1,4}") ? Integer.parseInt(list.attr("start")) : 1;
    return first + items.indexOf(item) + ". ";
  }

  private void picture(Element element) {
    if (element.normalName().equals("emoji") || isOf(element, "Emoji")) {
      text.append(element.attr("alt"));
    } else if (isOf(element, PICTURE) || element.hasAttr("src")) {
      pictures++;
    }
  }

  private void link(Element element, int depth, boolean asTyped) {
    int from = text.length();
    children(element, depth, asTyped);
    String label = text.substring(from);
    text.setLength(from);
    text.append(ReadableText.link(element.attr("href").strip(), label));
  }

  private void mention(String index, Element element) {
    boolean known = index.matches("[0-9]{1,3}");
    String name = known ? names.of(Integer.parseInt(index)) : names.of(-1);
    text.append(name);
    if (name.isEmpty() && element.nextSibling() instanceof TextNode after) {
      after.text(after.getWholeText().replaceFirst("^[\\s\\u00a0]+", ""));
    }
  }

  /// The message that somebody answers to is not theirs.
  private static boolean isAnswered(Element element) {
    return element.normalName().equals("blockquote") && isOf(element, "Reply");
  }

  private static boolean isOf(Element element, String kind) {
    return element
        .attr("itemtype")
        .toLowerCase(Locale.ROOT)
        .endsWith("/" + kind.toLowerCase(Locale.ROOT));
  }

  private boolean atLineStart() {
    return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
  }

  private void lineStart() {
    if (!atLineStart()) {
      text.append('\n');
    }
  }
}
