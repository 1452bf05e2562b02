package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.TeamChat;
import java.util.Optional;

/// Which chat platform keeps a desk.
public interface Desks {
  /// The platform of this desk; empty if it is not configured.
  Optional<TeamChat> chatOf(DeskRef desk);
}
