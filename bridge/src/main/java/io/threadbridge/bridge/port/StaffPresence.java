package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.DeskRef;
import java.util.Optional;
import java.util.Set;

/// Who of a desk's people is there, as the workspace tells it.
public interface StaffPresence {
  /// The ids of those who are there; empty if the platform does not tell, which is not the same as
  /// nobody. May be half a minute old.
  Optional<Set<String>> present(DeskRef desk);
}
