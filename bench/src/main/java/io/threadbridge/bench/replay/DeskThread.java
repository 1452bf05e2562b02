package io.threadbridge.bench.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// One thread of the desk as the staff see it: the visitor's lines as they stand in the blocks of
/// our posts, the card first, and the staff's answers.
///
/// @param visitor the name on the card
/// @param posts when each of our posts arrived, in microseconds; the card is the first
/// @param textsAgree whether the posts' plain text, which notifications show, says the same
record DeskThread(
    String channel,
    String visitor,
    List<Long> posts,
    List<Shown> lines,
    List<Shown> answers,
    boolean textsAgree) {

  private static final String WORDS = "words-";
  private static final String WORD_JOINER = "\u2060";

  /// A text in the thread.
  ///
  /// @param at when it arrived, in microseconds; the sandbox's clock has milliseconds
  record Shown(String text, long at) {}

  /// Reads the messages of one thread, its root first, oldest first.
  static DeskThread of(String channel, JsonNode messages, String ourBot) {
    List<Long> posts = new ArrayList<>();
    List<Shown> lines = new ArrayList<>();
    List<Shown> answers = new ArrayList<>();
    String visitor = visitor(messages.path(0));
    boolean agree = true;
    for (JsonNode message : messages) {
      long at = Micros.of(message.path("ts").asString());
      if (message.path("bot_id").asString("").equals(ourBot)) {
        List<String> words = words(message.path("blocks"));
        agree = agree && (posts.isEmpty() || agrees(message, visitor, words));
        posts.add(at);
        words.forEach(text -> lines.add(new Shown(text, at)));
      } else {
        answers.add(new Shown(typed(message.path("blocks")), at));
      }
    }
    return new DeskThread(channel, visitor, posts, lines, answers, agree);
  }

  /// The name in the card's header, behind the face.
  private static String visitor(JsonNode card) {
    return card.path("blocks")
        .valueStream()
        .filter(block -> block.path("type").asString("").equals("header"))
        .map(block -> block.path("text").path("text").asString(""))
        .map(title -> title.substring(title.indexOf("  ") + 1).strip())
        .findFirst()
        .orElse("");
  }

  /// One text a message: sections with an id `words-<message>-<piece>`, or, where there are very
  /// many, the elements of one rich text.
  static List<String> words(JsonNode blocks) {
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    List<String> many = new ArrayList<>();
    for (JsonNode block : blocks) {
      String id = block.path("block_id").asString("");
      if (id.startsWith(WORDS)) {
        String message = id.substring(0, id.lastIndexOf('-'));
        texts
            .computeIfAbsent(message, _ -> new StringBuilder())
            .append(block.path("text").path("text").asString(""));
      } else if (block.path("type").asString("").equals("rich_text")) {
        block.path("elements").forEach(element -> many.add(leafs(element)));
      }
    }
    texts.values().forEach(text -> many.add(text.toString()));
    return List.copyOf(many);
  }

  /// A text that was cut short agrees with everything that begins like it.
  private static boolean agrees(JsonNode post, String visitor, List<String> words) {
    String text = unescaped(post.path("text").asString("")).replace(WORD_JOINER, "");
    String whole = visitor + ": " + String.join("\n", words).replace(WORD_JOINER, "");
    return text.endsWith("…")
        ? whole.startsWith(text.substring(0, text.length() - 1))
        : whole.equals(text);
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String typed(JsonNode blocks) {
    return leafs(blocks.path(0).path("elements").path(0));
  }

  /// The texts of a rich text's section.
  ///
  /// @throws IllegalArgumentException if it holds anything but text and addresses
  private static String leafs(JsonNode section) {
    StringBuilder text = new StringBuilder();
    for (JsonNode leaf : section.path("elements")) {
      String type = leaf.path("type").asString("");
      if (!type.equals("text") && !type.equals("link")) {
        throw new IllegalArgumentException("a staff message holds a " + type);
      }
      text.append(leaf.path(type.equals("text") ? "text" : "url").asString(""));
    }
    return text.toString();
  }
}
