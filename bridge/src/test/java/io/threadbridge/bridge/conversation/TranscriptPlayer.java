package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plays one transcript: reads what happens and when, asks the rules, and writes the story down
/// again with what they answered. A story that lets a wake-up pass unplayed is refused.
final class TranscriptPlayer {
  private static final Pattern LINE =
      Pattern.compile("(\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)  (\\S+) *(.*)");
  private static final Pattern VISITOR = Pattern.compile("is \"([^\"]*)\"(?: at (\\S+))?");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String INDENT = "            ";

  /// The end of a story's day.
  static final Instant TOMORROW = DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

  private final ConversationRules rules = new ConversationRules(Policy.DEFAULT);
  private final List<String> story = new ArrayList<>();
  private final Scene scene = new Scene(at("09:59:00"));
  private Conversation conversation =
      Walks.notStarted(at("09:59:00"), Optional.empty(), Optional.empty());

  private final List<String> figures = new ArrayList<>();
  private final boolean fillIn;

  private TranscriptPlayer(boolean fillIn) {
    this.fillIn = fillIn;
  }

  /// The story as the rules tell it; `text` may hold old answers, which are left out.
  static String play(String text) {
    return play(text, false);
  }

  /// The same; wake-ups that the story passes over are written in.
  static String playFillingIn(String text) {
    return play(text, true);
  }

  /// What the same story means for the figures, line by line; lines that mean nothing are left out.
  static String figures(String text) {
    TranscriptPlayer player = new TranscriptPlayer(false);
    text.lines().filter(line -> !line.startsWith(INDENT)).forEach(player::line);
    return String.join("\n", player.figures) + "\n";
  }

  private static String play(String text, boolean fillIn) {
    TranscriptPlayer player = new TranscriptPlayer(fillIn);
    text.lines().filter(line -> !line.startsWith(INDENT)).forEach(player::line);
    return String.join("\n", player.story) + "\n";
  }

  private void line(String line) {
    Matcher matcher = LINE.matcher(line);
    if (line.isBlank() || line.startsWith("#")) {
      story.add(line);
      return;
    }
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a line of a story: " + line);
    }
    Instant now = at(matcher.group(1));
    String who = matcher.group(2);
    boolean late = matcher.group(3).equals("strikes late");
    while (fillIn && !late && isPassedOver(now, who)) {
      line(StoryTeller.clock(conversation.wakeAt().orElseThrow()) + "  clock");
    }
    story.add(line);
    if (!late && isPassedOver(now, who)) {
      String due = conversation.wakeAt().map(StoryTeller::clock).orElseThrow();
      throw new IllegalArgumentException("the clock was due at " + due + ": " + line);
    }
    happen(now, who, matcher.group(3));
  }

  private boolean isPassedOver(Instant now, String who) {
    Optional<Instant> due = conversation.wakeAt();
    return due.isPresent()
        && (due.get().isBefore(now) || (due.get().equals(now) && !who.equals("clock")));
  }

  private void happen(Instant now, String who, String what) {
    if (scene.changesOnlyFacts(now, who, what)) {
      return;
    }
    Matcher visitor = VISITOR.matcher(what);
    if (who.equals("visitor") && visitor.matches()) {
      conversation =
          Walks.notStarted(
              now, Optional.of(visitor.group(1)), Optional.ofNullable(visitor.group(2)));
      return;
    }
    decide(
        switch (who) {
          case "visitor" -> scene.visitor(now, what);
          case "clock" -> scene.woke(now);
          case "desk" -> Scene.desk(now, what, conversation);
          default -> scene.staff(now, Scene.person(who), what, conversation);
        });
  }

  private void decide(ConversationEvent event) {
    Decision decision = rules.decide(conversation, event);
    switch (decision) {
      case Decision.Ignore ignore -> tell("nothing: " + ignore.because());
      case Decision.Anew anew -> tell("a new conversation: " + anew.because());
      case Decision.Snooze snooze -> {
        conversation = snooze.next();
        tell("nothing: " + snooze.because());
      }
      case Decision.Move move -> move(move, event);
    }
    tell(
        conversation
            .wakeAt()
            .map(moment -> "wakes at " + StoryTeller.clock(moment))
            .orElse("sleeps"));
  }

  private void move(Decision.Move move, ConversationEvent event) {
    int before = story.size();
    figures(event, move);
    move.changed().forEach(this::change);
    conversation = move.next();
    int seq = lastSeq() - move.said().size();
    for (Saying saying : move.said()) {
      seq++;
      say(saying, seq, event.at());
    }
    move.effects().stream()
        .flatMap(effect -> StoryTeller.effect(effect, conversation, scene.messages).stream())
        .distinct()
        .forEach(this::tell);
    if (story.size() == before) {
      tell("nothing to be seen");
    }
  }

  private void figures(ConversationEvent event, Decision.Move move) {
    List<Fact> facts = Facts.of(conversation, event, move, event.at());
    if (!facts.isEmpty()) {
      figures.add(story.getLast());
      facts.forEach(fact -> figures.add(INDENT + StoryTeller.fact(fact)));
    }
  }

  private void change(Change change) {
    Message old = Objects.requireNonNull(scene.messages.get(change.seq()));
    switch (change) {
      case Change.Edit edit -> {
        scene.messages.put(edit.seq(), old.edited(edit.text(), 1));
        tell("visitor sees message " + edit.seq() + " as \"" + edit.text() + "\"");
      }
      case Change.Delete delete -> {
        scene.messages.put(delete.seq(), old.blanked(1));
        tell("message " + delete.seq() + " is taken back");
      }
    }
  }

  private void say(Saying saying, int seq, Instant now) {
    Author author = author(saying);
    String text =
        switch (saying) {
          case Saying.ByVisitor said -> said.text();
          case Saying.ByStaff said -> said.text();
          case Saying.ByButton said -> StoryTeller.phrase(said.phrase());
          case Saying.ByBridge said -> StoryTeller.bridge(said);
        };
    scene.messages.put(seq, new Message(seq, author, text, now, Optional.empty(), 0, false));
    switch (saying) {
      case Saying.ByStaff said -> {
        scene.staffPosts.put(said.post(), seq);
        tell("visitor sees \"" + text + "\" from " + said.staff().name());
      }
      case Saying.ByButton said -> tell("visitor sees <" + text + "> from " + said.staff().name());
      case Saying.ByBridge _ -> tell("visitor sees <" + text + ">");
      case Saying.ByVisitor _ -> {}
    }
  }

  private static Author author(Saying saying) {
    return switch (saying) {
      case Saying.ByVisitor _ -> new Author.OfVisitor();
      case Saying.ByStaff said -> new Author.OfStaff(said.staff());
      case Saying.ByButton said -> new Author.OfStaff(said.staff());
      case Saying.ByBridge _ -> new Author.OfBridge();
    };
  }

  private int lastSeq() {
    return conversation instanceof Conversation.Started started ? started.progress().lastSeq() : 0;
  }

  private void tell(String answer) {
    story.add(INDENT + answer.replace("\n", "\\n"));
  }

  private static Instant at(String time) {
    return DAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
  }
}
