package io.threadbridge.slack;

import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.ThreadRef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A door that remembers who knocked, lets members in, and fails as often as it is told to.
final class Knocks implements Door {
  /// One knock.
  record Knock(
      EventId id, DeskRef desk, ThreadRef thread, StaffDoor.Standing standing, StaffEvent event) {}

  /// Throws, or does nothing.
  interface Fault {
    void happen();
  }

  private final BlockingQueue<Knock> knocks = new LinkedBlockingQueue<>();
  private final BlockingQueue<Fault> faults = new LinkedBlockingQueue<>();

  void failNext(Fault fault) {
    faults.add(fault);
  }

  @Override
  public StaffDoor.Answer accept(
      EventId id,
      DeskRef desk,
      ThreadRef thread,
      boolean rootIsOurs,
      StaffDoor.Standing standing,
      StaffEvent event) {
    Fault fault = faults.poll();
    if (fault != null) {
      fault.happen();
    }
    knocks.add(new Knock(id, desk, thread, standing, event));
    return standing == StaffDoor.Standing.MEMBER
        ? StaffDoor.Answer.HANDLED
        : StaffDoor.Answer.NOT_ALLOWED;
  }

  /// The next knock, within 5 s.
  Knock next() throws InterruptedException {
    Knock knock = knocks.poll(5, TimeUnit.SECONDS);
    if (knock == null) {
      throw new AssertionError("nobody knocked");
    }
    return knock;
  }

  /// All knocks so far that were not taken.
  List<Knock> all() {
    List<Knock> all = new ArrayList<>();
    knocks.drainTo(all);
    return all;
  }
}
