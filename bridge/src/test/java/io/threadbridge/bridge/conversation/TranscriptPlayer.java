package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Plays one transcript: reads what happens and when, asks the rules, and writes the story down
/// again
/// with what they answered. A story that lets a wake-up pass unplayed is refused.
final class TranscriptPlayer {
  private static final Pattern LINE =
      Pattern.compile("(\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)  (\\S+) *(.*)");
  private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String INDENT = "            ";

  private final ConversationRules rules = new ConversationRules(Policy.DEFAULT);
  private final Map<Integer, Message> messages = new HashMap<>();
  private final Map<PostRef, Integer> staffPosts = new HashMap<>();
  private final List<String> story = new ArrayList<>();
  private Conversation conversation = Walks.notStarted(at("09:59:00"));
  private TabPresence tab =
      TabPresence.connected("tab", "one", at("09:59:00")).heard(at("23:59:59"));
  private int posts;

  /// The story as the rules tell it; `text` may hold old answers, which are left out.
  static String play(String text) {
    TranscriptPlayer player = new TranscriptPlayer();
    text.lines().filter(line -> !line.startsWith(INDENT)).forEach(player::line);
    return String.join("\n", player.story) + "\n";
  }

  private void line(String line) {
    story.add(line);
    Matcher matcher = LINE.matcher(line);
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a line of a story: " + line);
    }
    Instant now = at(matcher.group(1));
    String who = matcher.group(2);
    Optional<Instant> due = conversation.wakeAt();
    if (due.isPresent()
        && (due.get().isBefore(now) || (due.get().equals(now) && !who.equals("clock")))) {
      throw new IllegalArgumentException("the clock was due at " + clock(due.get()) + ": " + line);
    }
    happen(now, who, matcher.group(3));
  }

  private void happen(Instant now, String who, String what) {
    switch (who) {
      case "visitor" -> visitor(now, what);
      case "clock" -> decide(new TimeEvent.Woke(now, VisitorFacts.of(List.of(tab), now)));
      case "desk" -> decide(desk(now, what));
      default -> decide(staff(now, person(who), what));
    }
  }

  private void visitor(Instant now, String what) {
    if (presence(now, what)) {
      return;
    }
    String[] words = what.split(" ", -1);
    decide(
        switch (words[0]) {
          case "writes" -> {
            tab = tab.sent(now).heard(at("23:59:59"));
            yield new VisitorEvent.Wrote(now, "say-" + now.toEpochMilli(), quoted(what));
          }
          case "edits" -> new VisitorEvent.Edited(now, message(words[1]), quoted(what));
          case "deletes" -> new VisitorEvent.Deleted(now, message(words[1]));
          case "sees" -> new VisitorEvent.Saw(now, Integer.parseInt(words[1]));
          case "ends" -> new VisitorEvent.Left(now);
          case "asks" -> new VisitorEvent.AskedToErase(now);
          default -> throw new IllegalArgumentException("what does the visitor do? " + what);
        });
  }

  /// What changes only the short-lived facts; losing the connection is an event as well.
  private boolean presence(Instant now, String what) {
    Instant evening = at("23:59:59");
    switch (what) {
      case "is typing" -> tab = tab.drafted(1, now).drafted(0, now).heard(evening);
      case "has a draft" -> tab = tab.drafted(12, now).heard(evening);
      case "clears the draft" -> tab = tab.sent(now).heard(evening);
      case "opens the checkout" -> tab = tab.onPage(true, now).heard(evening);
      case "leaves the checkout" -> tab = tab.onPage(false, now).heard(evening);
      case "comes back" -> tab = tab.heard(evening);
      case "loses the connection" -> {
        tab = tab.lost(now);
        decide(new VisitorEvent.Disconnected(now));
        return true;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private StaffEvent staff(Instant now, Staff person, String what) {
    VisitorFacts facts = VisitorFacts.of(List.of(tab), now);
    String[] words = what.split(" ", -1);
    return switch (words[0]) {
      case "writes" -> {
        posts++;
        yield new StaffEvent.Wrote(now, person, new PostRef("p" + posts), quoted(what), 0, facts);
      }
      case "edits" -> {
        PostRef post = new PostRef(words[1]);
        yield new StaffEvent.Edited(now, person, post, message(post), quoted(what));
      }
      case "deletes" -> {
        PostRef post = new PostRef(words[1]);
        yield new StaffEvent.Deleted(now, person, post, message(post));
      }
      case "claims" -> new StaffEvent.Claimed(now, person);
      case "closes" -> new StaffEvent.ClosedIt(now, person);
      case "owes" -> new StaffEvent.NothingOwed(now, person);
      default -> throw new IllegalArgumentException("what does " + person.name() + " do? " + what);
    };
  }

  private static OutcomeEvent desk(Instant now, String what) {
    String[] words = what.split(" ", -1);
    List<Integer> seqs =
        Stream.of(words).filter(w -> w.matches("\\d+")).map(Integer::valueOf).toList();
    return switch (words[0]) {
      case "opened" ->
          new OutcomeEvent.ThreadOpened(now, new ThreadRef("t1"), new PostRef("t1"), 1);
      case "has" -> new OutcomeEvent.Posted(now, new PostRef("ours" + seqs.getFirst()), seqs);
      case "refuses" -> new OutcomeEvent.Refused(now, seqs, "refused");
      case "lost" ->
          new OutcomeEvent.ThreadLost(now, seqs.stream().<Effect>map(Effect.Relay::new).toList());
      default -> throw new IllegalArgumentException("what does the desk do? " + what);
    };
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
    tell(conversation.wakeAt().map(moment -> "wakes at " + clock(moment)).orElse("sleeps"));
  }

  private void move(Decision.Move move, ConversationEvent event) {
    int before = story.size();
    for (Change change : move.changed()) {
      change(change);
    }
    conversation = move.next();
    int seq = lastSeq() - move.said().size();
    for (Saying saying : move.said()) {
      seq++;
      say(saying, seq, event.at());
    }
    move.effects().stream().map(this::words).forEach(this::tell);
    if (story.size() == before) {
      tell("nothing to be seen");
    }
  }

  private void change(Change change) {
    Message old = Objects.requireNonNull(messages.get(change.seq()));
    switch (change) {
      case Change.Edit edit -> {
        messages.put(edit.seq(), old.edited(edit.text(), 1));
        tell("visitor sees message " + edit.seq() + " as \"" + edit.text() + "\"");
      }
      case Change.Delete delete -> {
        messages.put(delete.seq(), old.blanked(1));
        tell("message " + delete.seq() + " is taken back");
      }
    }
  }

  private void say(Saying saying, int seq, Instant now) {
    Author author =
        switch (saying) {
          case Saying.ByVisitor _ -> new Author.OfVisitor();
          case Saying.ByStaff said -> new Author.OfStaff(said.staff());
          case Saying.ByBridge _ -> new Author.OfBridge();
        };
    String text =
        switch (saying) {
          case Saying.ByVisitor said -> said.text();
          case Saying.ByStaff said -> said.text();
          case Saying.ByBridge said -> words(said.key()) + argument(said);
        };
    messages.put(seq, new Message(seq, author, text, now, Optional.empty(), 0, false));
    if (saying instanceof Saying.ByStaff said) {
      staffPosts.put(said.post(), seq);
      tell("visitor sees \"" + text + "\" from " + said.staff().name());
    } else if (saying instanceof Saying.ByBridge) {
      tell("visitor sees <" + text + ">");
    }
  }

  private static String argument(Saying.ByBridge said) {
    Object variant = said.arguments().getOrDefault("variant", "");
    return variant.equals("") ? "" : " " + variant;
  }

  private String words(Effect effect) {
    return switch (effect) {
      case Effect.OpenThread _ ->
          "opens the thread: a card with \""
              + Objects.requireNonNull(messages.get(1)).text()
              + "\"";
      case Effect.Relay relay -> "posts message " + relay.seq() + " in the thread";
      case Effect.Rewrite rewrite -> "rewrites the post that holds message " + rewrite.seq();
      case Effect.ShowCard _ -> "card: " + card();
      case Effect.IndexThread index -> "replies in " + index.thread().value() + " find it";
      case Effect.Hint hint ->
          "tells " + hint.to().name() + " privately <" + words(hint.key()) + ">";
      case Effect.TellDirectly told ->
          "tells " + told.to().name() + " directly <" + words(told.key()) + ">";
      case Effect.ConfirmNote note -> "locks " + note.post().value();
    };
  }

  private String card() {
    return switch (conversation) {
      case Conversation.Waiting state ->
          state
              .progress()
              .claim()
              .map(claim -> "waiting, " + claim.by().name() + " has it")
              .or(
                  () ->
                      state.progress().formerClaimer().map(s -> "waiting, was " + s.name() + "'s"))
              .orElse("waiting");
      case Conversation.Answered state ->
          state.silence().goneTold() ? "the visitor has left" : "answered";
      case Conversation.Ending _ -> "said goodbye or thanks: close?";
      case Conversation.Closed state -> "closed: " + words(state.reason());
      case Conversation.NotStarted _, Conversation.Erased _ -> "none";
    };
  }

  private int lastSeq() {
    return conversation instanceof Conversation.Started started ? started.progress().lastSeq() : 0;
  }

  private Optional<Message> message(String seq) {
    return Optional.ofNullable(messages.get(Integer.valueOf(seq)));
  }

  private Optional<Message> message(PostRef post) {
    return Optional.ofNullable(staffPosts.get(post)).map(messages::get);
  }

  private void tell(String answer) {
    story.add(INDENT + answer.replace("\n", "\\n"));
  }

  private static Staff person(String name) {
    return new Staff("slack:" + name, name, Optional.empty());
  }

  private static String words(Enum<?> key) {
    return key.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static String quoted(String what) {
    Matcher matcher = QUOTED.matcher(what);
    if (!matcher.find()) {
      throw new IllegalArgumentException("words in quotes are missing: " + what);
    }
    return matcher.group(1).replace("\\n", "\n");
  }

  private static Instant at(String time) {
    return DAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
  }

  private static String clock(Instant moment) {
    String time =
        moment.atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("HH:mm:ss.SSS"));
    return time.endsWith(".000") ? time.substring(0, 8) : time;
  }
}
