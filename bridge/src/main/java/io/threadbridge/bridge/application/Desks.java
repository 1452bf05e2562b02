package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.TeamChat;
import java.net.URI;
import java.util.Optional;

/// Which chat platform keeps a desk.
@FunctionalInterface
public interface Desks {
  /// The platform of this desk; empty if it is not configured.
  Optional<TeamChat> chatOf(DeskRef desk);

  /// The address of a conversation's current thread; empty as long as it has none, or where the
  /// platform does not tell.
  default Optional<URI> linkTo(Started state) {
    return state
        .progress()
        .thread()
        .flatMap(thread -> chatOf(state.desk()).flatMap(chat -> chat.link(state.desk(), thread)));
  }
}
