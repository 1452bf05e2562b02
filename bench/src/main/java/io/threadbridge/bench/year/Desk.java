package io.threadbridge.bench.year;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.OutcomeEvent;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Stay;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The chat platform of a firm, which does what it is asked at once; faults of platforms have tests
/// of their own.
final class Desk {
  private final Firm firm;
  private final Tally tally;
  private long posts;

  Desk(Firm firm, Tally tally) {
    this.firm = firm;
    this.tally = tally;
  }

  /// Carries out what the lane owes.
  void work(ConversationId id, Lane lane) {
    Instant now = firm.time.instant();
    Optional<Claimed> claimed = firm.outbox().claim(id, lane, now);
    if (claimed.isEmpty()) {
      return;
    }
    for (OwedEffect owed : claimed.get().owed()) {
      carryOut(claimed.get(), owed, now);
    }
    firm.outbox().release(claimed.get(), now);
  }

  private void carryOut(Claimed claimed, OwedEffect owed, Instant now) {
    posts++;
    PostRef post = new PostRef("p" + posts);
    Stay stay = ((Started) firm.load(claimed.conversation()).orElseThrow()).stay();
    OutcomeEvent outcome =
        switch (owed.effect()) {
          case Effect.OpenThread _ ->
              new OutcomeEvent.ThreadOpened(now, stay, new ThreadRef(post.value()), post, 1);
          case Effect.Relay relay -> new OutcomeEvent.Posted(now, stay, post, List.of(relay.seq()));
          case Effect.CallDesk call -> new OutcomeEvent.Called(now, call.desk(), post);
          default -> new OutcomeEvent.Settled(now, "");
        };
    counted(owed.effect());
    Settlement settlement = new Settlement(claimed.lane(), claimed.lease(), List.of(owed.id()));
    firm.handler()
        .handle(
            claimed.conversation(),
            new EventId(claimed.lane() + ":" + owed.id()),
            new About.Nothing(),
            _ -> outcome,
            Optional.of(settlement));
    firm.load(claimed.conversation())
        .filter(Started.class::isInstance)
        .map(Started.class::cast)
        .ifPresent(state -> firm.reacts(state, owed.effect()));
  }

  private void counted(Effect effect) {
    switch (effect) {
      case Effect.CallDesk _ -> tally.count(Count.DESK_CALLED);
      case Effect.CallPerson call when call.key() != TextKey.TOLD_HANDED_OVER ->
          tally.count(Count.PEOPLE_CALLED);
      case Effect.Mail _ -> tally.count(Count.MAILS);
      default -> {}
    }
  }
}
