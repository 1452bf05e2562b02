package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Place;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.ThreadIndex;
import java.util.List;

/// Lets replies in a thread find their conversation, and hands in those that came too early.
public final class LookupWork implements LaneWork {
  /// Replies that came too early are handed in; meanwhile more may come, which wait behind them.
  private static final int ORPHAN_ROUNDS_MAX = 100;

  private final ThreadIndex threads;
  private final StaffDoor staffDoor;

  /// Work on this index.
  public LookupWork(ThreadIndex threads, StaffDoor staffDoor) {
    this.threads = threads;
    this.staffDoor = staffDoor;
  }

  @Override
  public Delivery run(Started state, OwedEffect owed) {
    return owed.effect() instanceof Effect.IndexThread index
        ? index(state.id(), index)
        : new Delivery.Refused("an effect of another lane");
  }

  private Delivery index(ConversationId id, Effect.IndexThread index) {
    Place place = new Place(index.desk(), index.thread());
    for (int round = 0; round < ORPHAN_ROUNDS_MAX; round++) {
      List<ThreadIndex.Orphan> orphans = threads.put(index.desk(), index.thread(), id);
      if (orphans.isEmpty()) {
        return new Delivery.Done(new PostRef(index.thread().value()));
      }
      orphans.forEach(orphan -> staffDoor.handle(id, orphan.id(), place, orphan.event()));
      List<EventId> handled = orphans.stream().map(ThreadIndex.Orphan::id).toList();
      threads.forgetOrphans(index.desk(), index.thread(), handled);
    }
    return new Delivery.Unknown("replies keep coming faster than they are handed in");
  }
}
