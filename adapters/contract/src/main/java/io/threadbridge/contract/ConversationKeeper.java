package io.threadbridge.contract;

import static io.threadbridge.contract.SaveBuilder.saving;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.PostBook;
import io.threadbridge.bridge.port.PresenceBook;
import io.threadbridge.bridge.port.Saved;
import io.threadbridge.bridge.port.WakeUps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A keeper of conversations under test: the ports that show what one save changes. It must be
/// empty before each test. All moments are arguments, so it needs no clock.
public interface ConversationKeeper {
  /// The store under test.
  ConversationStore store();

  /// The outbox that the store's saves fill.
  Outbox outbox();

  /// The wake-ups that the store's saves write.
  WakeUps wakeUps();

  /// The posts that the store's saves link.
  PostBook posts();

  /// The presence that the store's loads read.
  PresenceBook presence();

  /// Creates a conversation at noon, to be forgotten after a day if nothing is said.
  default void create(ConversationId id) {
    store().create(Samples.notStarted(id, Samples.NOON), Samples.NOON.plus(Duration.ofDays(1)));
  }

  /// Creates a conversation and saves a first message at noon, owing `effects`; its version is 2
  /// then, and it wants to be woken a minute later.
  default void begin(ConversationId id, Effect... effects) {
    create(id);
    Message words = Samples.visitorMessage(1, "Hello");
    assertThat(
            store()
                .save(
                    saving(
                            1,
                            "first",
                            Samples.waiting(id, 1, Samples.NOON, Samples.NOON.plusSeconds(60)),
                            Samples.NOON)
                        .appending(words)
                        .owing(effects)
                        .build()))
        .isEqualTo(Saved.DONE);
  }

  /// The conversation as it stands at `now`; fails if there is none.
  default Loaded loaded(ConversationId id, Instant now) {
    return store().load(id, new About.Nothing(), now).orElseThrow();
  }

  /// A lane's lease at `now`; fails if the lane owes nothing or somebody has it.
  default Claimed claimed(ConversationId id, Lane lane, Instant now) {
    return outbox().claim(id, lane, now).orElseThrow();
  }

  /// The effects that a lane owes; leases it at `now` and gives it back.
  default List<Effect> owed(ConversationId id, Lane lane, Instant now) {
    Optional<Claimed> claimed = outbox().claim(id, lane, now);
    claimed.ifPresent(mine -> outbox().release(mine, now));
    return claimed.stream().flatMap(mine -> mine.owed().stream()).map(OwedEffect::effect).toList();
  }

  /// The whole transcript.
  default List<Message> transcript(ConversationId id) {
    return store().transcript(id, 0, 100);
  }

  /// [Samples#ID] is as [#begin] left it with one opening owed: nothing was changed since.
  default void assertAsBegun() {
    assertThat(loaded(Samples.ID, Samples.NOON).version()).isEqualTo(2);
    assertThat(loaded(Samples.ID, Samples.NOON.plusSeconds(59)).conversation())
        .isEqualTo(Samples.waiting(Samples.ID, 1, Samples.NOON, Samples.NOON.plusSeconds(60)));
    assertThat(transcript(Samples.ID)).containsExactly(Samples.visitorMessage(1, "Hello"));
    assertThat(posts().postHolding(Samples.ID, 1)).isEmpty();
    assertThat(owed(Samples.ID, Lane.DESK, Samples.NOON)).containsExactly(new Effect.OpenThread());
    assertThat(owed(Samples.ID, Lane.CARD, Samples.NOON)).isEmpty();
    assertThat(wakeUps().claimDue(Samples.NOON.plusSeconds(59), 10).conversations()).isEmpty();
  }
}
