package io.threadbridge.bridge.application;

import io.threadbridge.bridge.application.DeskStep.Rest;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Stay;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.SealedBatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// A batch that may have been sent for an earlier stay: nobody knew, and then the conversation
/// moved on. It is never sent again. Words need no look either, for the new thread tells them; but
/// a card or a call that stands somewhere must not go on asking people to come, as far as one can
/// look for it.
record LeftBehind(DeskTask task, Desks desks, DeskOutcomes outcomes, InstantSource clock) {
  /// An earlier desk that does not tell for so long is left alone: the conversation goes on
  /// elsewhere, perhaps because of just that.
  static final Duration SOUGHT_FOR = Duration.ofSeconds(30);

  Rest settle(SealedBatch sealed) {
    DeskBatch batch = DeskBatch.sealed(task.claimed().owed(), sealed);
    if (!batch.isRoot() || sealed.tries() == 0) {
      return outcomes.leftBehind(batch, sealed, "the new thread tells it");
    }
    Stay stay = sealed.stay().orElseGet(() -> new Stay(task.state().opening().desk(), 0));
    return switch (found(batch, sealed, stay)) {
      case Delivery.Done done -> outcomes.doneAsRoot(batch, stay, done.post());
      case Delivery.CannotLook _ ->
          outcomes.leftBehind(batch, sealed, "nobody can look where the conversation is no more");
      case Delivery.Absent _ -> again(batch, sealed, DeskErrand.REPEAT_AFTER);
      case Delivery.Later _, Delivery.Unknown _, Delivery.Refused _, Delivery.ThreadGone _ ->
          again(batch, sealed, SOUGHT_FOR);
    };
  }

  private Delivery found(DeskBatch batch, SealedBatch sealed, Stay stay) {
    boolean call = !batch.isCard() && batch.head().effect() instanceof Effect.CallDesk;
    DeskRef where = call ? ((Effect.CallDesk) batch.head().effect()).desk() : stay.desk();
    Instant notBefore = sealed.at().minus(DeskCalls.LOOK_BACK);
    return desks
        .chatOf(where)
        .map(chat -> chat.findThread(where, sealed.id(), notBefore))
        .orElseGet(Delivery.Absent::new);
  }

  private Rest again(DeskBatch batch, SealedBatch sealed, Duration longest) {
    Instant now = clock.instant();
    return sealed.at().plus(longest).isAfter(now)
        ? new Rest(true, now.plus(DeskErrand.LOOK_AFTER), Optional.empty())
        : outcomes.leftBehind(batch, sealed, "not found where the conversation is no more");
  }
}
