package io.threadbridge.contract;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.PostLink;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.JournalEntry;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.Save;
import io.threadbridge.bridge.port.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Puts a [Save] together, part by part; whatever a test does not name is empty.
public final class SaveBuilder {
  private final long expectedVersion;
  private final String event;
  private final Conversation next;
  private final Instant now;
  private final List<Message> appended = new ArrayList<>();
  private final List<Message> replaced = new ArrayList<>();
  private final List<PostLink> links = new ArrayList<>();
  private final List<OwedEffect> owed = new ArrayList<>();
  private Optional<Settlement> settles = Optional.empty();
  private Optional<Instant> expireAt = Optional.empty();

  private SaveBuilder(long expectedVersion, String event, Conversation next, Instant now) {
    this.expectedVersion = expectedVersion;
    this.event = event;
    this.next = next;
    this.now = now;
  }

  /// Begins with what every save has.
  public static SaveBuilder saving(
      long expectedVersion, String event, Conversation next, Instant now) {
    return new SaveBuilder(expectedVersion, event, next, now);
  }

  /// Appends messages to the transcript.
  public SaveBuilder appending(Message... messages) {
    Collections.addAll(appended, messages);
    return this;
  }

  /// Replaces messages of the transcript.
  public SaveBuilder replacing(Message... messages) {
    Collections.addAll(replaced, messages);
    return this;
  }

  /// Links a post of [Samples#DESK] to messages.
  public SaveBuilder linking(String post, Integer... seqs) {
    return linkingAt(Samples.DESK, post, seqs);
  }

  /// Links a post of a desk to messages.
  public SaveBuilder linkingAt(DeskRef desk, String post, Integer... seqs) {
    links.add(new PostLink(desk, new PostRef(post), List.of(seqs)));
    return this;
  }

  /// Owes effects; their ids follow from the version that the save makes.
  public SaveBuilder owing(Effect... effects) {
    for (Effect effect : effects) {
      String id = (expectedVersion + 1) + "." + (owed.size() + 1);
      owed.add(new OwedEffect(id, effect, now));
    }
    return this;
  }

  /// Settles the first `count` effects of a lane that was claimed.
  public SaveBuilder settling(Claimed claimed, int count) {
    List<String> ids = claimed.owed().stream().limit(count).map(OwedEffect::id).toList();
    settles = Optional.of(new Settlement(claimed.lane(), claimed.lease(), ids));
    return this;
  }

  /// Lets everything but the journal be forgotten at that moment.
  public SaveBuilder expiringAt(Instant moment) {
    expireAt = Optional.of(moment);
    return this;
  }

  /// The save.
  public Save build() {
    JournalEntry entry = new JournalEntry(now, "VisitorEvent.Wrote", "Waiting", "Waiting");
    return new Save(
        expectedVersion,
        new EventId(event),
        next,
        List.copyOf(appended),
        List.copyOf(replaced),
        List.copyOf(links),
        List.copyOf(owed),
        settles,
        entry,
        expireAt,
        now);
  }
}
