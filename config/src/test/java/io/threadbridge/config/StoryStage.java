package io.threadbridge.config;

import io.threadbridge.config.StaffHands.CardThread;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where one story is played: a visitor of its own, a desk's people, and the thread between them.
final class StoryStage implements AutoCloseable {
  private final Program program;
  private final String site;
  private final StaffHands hands;
  private final Map<String, Integer> said = new HashMap<>();
  private final Map<String, String> posts = new HashMap<>();
  private Map<String, Object> person = Map.of();
  private String firstWords = "";
  private @Nullable VisitorClient visitor;
  private @Nullable CardThread thread;

  StoryStage(Program program, String site, StaffHands hands) {
    this.program = program;
    this.site = site;
    this.hands = hands;
  }

  /// Plays it; what goes wrong names the file and the line.
  void play(Story story) {
    for (Story.Line line : story.lines()) {
      try {
        Sentence.play(this, line.words());
      } catch (AssertionError e) {
        String place = story.file() + ":" + line.number() + ": ";
        throw new AssertionError(place + line.words() + "\n" + e.getMessage(), e);
      }
    }
  }

  /// Words that somebody reads, with the names that the platform gives its people, and with what
  /// comes before a command there in place of `{command}`.
  String read(String words) {
    String read = words.replace("{command}", hands.command());
    for (Colleague one : Colleague.values()) {
      read = read.replaceAll("\\b" + one.called() + "\\b", hands.nameOf(one));
    }
    return read;
  }

  StaffHands hands() {
    return hands;
  }

  void visitorIs(String name) {
    person = Map.of("name", name);
  }

  /// The visitor, who comes with the first line that needs them.
  VisitorClient visitor() {
    if (visitor == null) {
      visitor = VisitorClient.named(program, site, person);
    }
    return visitor;
  }

  void visitorSays(String words) {
    said.put(words, visitor().say(words));
    beginsWith(words);
  }

  void visitorShows(String file, String words) {
    said.put(words.isEmpty() ? file : words, visitor().show(file, StoryFile.bytes(file), words));
    beginsWith(words.isEmpty() ? "📎 " + file : words);
  }

  /// The conversation's first words stand on its card.
  void beginsWith(String words) {
    if (firstWords.isEmpty()) {
      firstWords = words;
    }
  }

  /// The number of what the visitor said.
  int said(String words) {
    return Objects.requireNonNull(said.get(words), () -> "the visitor never wrote " + words);
  }

  /// The thread of this conversation, once its card is there.
  CardThread thread() {
    if (thread == null) {
      thread = hands.thread(firstWords);
    }
    return thread;
  }

  void posted(String words, String post) {
    posts.put(words, post);
  }

  /// The post with which somebody wrote these words.
  String post(String words) {
    return Objects.requireNonNull(posts.get(words), () -> "nobody wrote " + words);
  }

  @Override
  public void close() {
    if (visitor != null) {
      visitor.close();
    }
  }
}
