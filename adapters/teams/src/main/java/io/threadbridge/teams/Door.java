package io.threadbridge.teams;

import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.ThreadRef;

/// Where what people do in Teams goes: [StaffDoor#accept], and nothing else of it.
@FunctionalInterface
public interface Door {
  /// Takes in what somebody did.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if nothing is kept
  StaffDoor.Answer accept(
      EventId id,
      DeskRef desk,
      ThreadRef thread,
      boolean rootIsOurs,
      StaffDoor.Standing standing,
      StaffEvent event);
}
