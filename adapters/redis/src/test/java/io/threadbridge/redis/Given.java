package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Care;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.conversation.Page;
import io.threadbridge.bridge.conversation.PostLink;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Progress;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffClock;
import io.threadbridge.bridge.conversation.Visitor;
import io.threadbridge.bridge.conversation.Wait;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.JournalEntry;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.Save;
import io.threadbridge.bridge.port.Settlement;
import io.threadbridge.bridge.recognition.Opener;
import io.threadbridge.contract.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Values and steps for the tests of this module.
final class Given {
  static final Instant NOON = Instant.parse("2035-06-04T12:00:00Z");
  static final ConversationId ID = new ConversationId("c-1");
  static final DeskRef DESK = new DeskRef("slack:C1");
  static final Staff ANNA = new Staff("slack:U1", "Anna", Optional.empty());

  private Given() {}

  static Opening opening(ConversationId id) {
    return new Opening(
        id,
        new SiteName("shop"),
        DESK,
        new Visitor(Optional.empty(), Optional.empty(), "Blue Heron"),
        new Page("https://shop.example/", "Shop"),
        "en",
        NOON,
        Optional.empty());
  }

  static Conversation.NotStarted notStarted(ConversationId id) {
    return new Conversation.NotStarted(opening(id));
  }

  static Conversation.Waiting waiting(ConversationId id, Instant wakeAt) {
    Progress progress = Samples.progress(opening(id), 1, NOON);
    Wait clock =
        new Wait(
            NOON,
            StaffClock.Column.FIRST,
            NOON,
            0,
            Optional.of(wakeAt),
            wakeAt.plusSeconds(3600),
            wakeAt.plusSeconds(540),
            new Care(0, false, List.of(), Opener.STATED));
    return new Conversation.Waiting(opening(id), progress, clock);
  }

  static Message words(int seq) {
    return new Message(
        seq, new Author.OfVisitor(), "words " + seq, NOON, Optional.of("s" + seq), 0, false);
  }

  static Message staffWords(int seq) {
    return new Message(
        seq, new Author.OfStaff(ANNA), "answer " + seq, NOON, Optional.empty(), 0, false);
  }

  /// A step of conversation [#ID] at noon that changes nothing but its version; tests add to it.
  static Step step(long version, String event) {
    return new Step(version, event, waiting(ID, NOON.plusSeconds(10)), NOON);
  }

  /// A save in the making.
  static final class Step {
    private final long version;
    private final String event;
    private final Conversation next;
    private final Instant now;
    private List<Message> appended = List.of();
    private List<Message> replaced = List.of();
    private List<PostLink> links = List.of();
    private List<OwedEffect> owed = List.of();
    private Optional<Settlement> settles = Optional.empty();
    private Optional<Instant> expireAt = Optional.empty();

    Step(long version, String event, Conversation next, Instant now) {
      this.version = version;
      this.event = event;
      this.next = next;
      this.now = now;
    }

    Step append(Message... messages) {
      appended = List.of(messages);
      return this;
    }

    Step replace(Message... messages) {
      replaced = List.of(messages);
      return this;
    }

    Step link(String post, Integer... seqs) {
      links = List.of(new PostLink(DESK, new PostRef(post), List.of(seqs)));
      return this;
    }

    Step owe(Effect... effects) {
      owed =
          Arrays.stream(effects)
              .map(
                  effect ->
                      new OwedEffect(
                          event + "." + Arrays.asList(effects).indexOf(effect), effect, now))
              .toList();
      return this;
    }

    Step settle(Claimed claimed) {
      settles =
          Optional.of(
              new Settlement(
                  claimed.lane(),
                  claimed.lease(),
                  claimed.owed().stream().map(OwedEffect::id).toList()));
      return this;
    }

    Step expire(Duration after) {
      expireAt = Optional.of(now.plus(after));
      return this;
    }

    Save save() {
      return new Save(
          version,
          new EventId(event),
          next,
          appended,
          replaced,
          links,
          owed,
          settles,
          new JournalEntry(now, "VisitorEvent.Wrote", "Waiting", "Waiting"),
          expireAt,
          now);
    }
  }
}
