package io.threadbridge.teams;

import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.ThreadRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A door that remembers who knocked, lets members in, and does first what it is told to.
final class Knocks implements Door {
  /// One knock.
  record Knock(
      EventId id,
      DeskRef desk,
      ThreadRef thread,
      boolean rootIsOurs,
      StaffDoor.Standing standing,
      StaffEvent event) {}

  private final BlockingQueue<Knock> knocks = new LinkedBlockingQueue<>();
  private final BlockingQueue<Runnable> before = new LinkedBlockingQueue<>();

  /// Done at the next knock: throw, or wait.
  void beforeNext(Runnable first) {
    before.add(first);
  }

  @Override
  public StaffDoor.Answer accept(
      EventId id,
      DeskRef desk,
      ThreadRef thread,
      boolean rootIsOurs,
      StaffDoor.Standing standing,
      StaffEvent event) {
    Optional.ofNullable(before.poll()).ifPresent(Runnable::run);
    knocks.add(new Knock(id, desk, thread, rootIsOurs, standing, event));
    return standing == StaffDoor.Standing.MEMBER
        ? StaffDoor.Answer.HANDLED
        : StaffDoor.Answer.NOT_ALLOWED;
  }

  /// All knocks so far that were not taken.
  List<Knock> all() {
    List<Knock> all = new ArrayList<>();
    knocks.drainTo(all);
    return all;
  }

  /// The one knock that there was.
  Knock only() {
    List<Knock> all = all();
    if (all.size() != 1) {
      throw new AssertionError("knocks: " + all.size());
    }
    return all.getFirst();
  }
}
