package io.threadbridge.config;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.Nudges;
import java.util.Set;
import java.util.function.Consumer;

/// Hears of each conversation that is erased.
final class ErasedVisitors implements Nudges {
  private final Consumer<ConversationId> erased;

  ErasedVisitors(Consumer<ConversationId> erased) {
    this.erased = erased;
  }

  @Override
  public void saved(Conversation conversation, Set<Lane> owing) {
    switch (conversation) {
      case Conversation.Erased gone -> erased.accept(gone.id());
      case Conversation.NotStarted _, Conversation.Started _ -> {
        // It tells its site by itself.
      }
    }
  }

  @Override
  public void look(ConversationId conversation) {
    // Nothing is new.
  }
}
