package io.threadbridge.config;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.Nudges;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Passes nudges on to whoever listens: the loops and the visitors' connections are made later than
/// the handler that nudges them.
final class NudgeRelay implements Nudges {
  private final List<Nudges> listeners = new CopyOnWriteArrayList<>();

  void add(Nudges listener) {
    listeners.add(listener);
  }

  @Override
  public void saved(Conversation conversation, Set<Lane> owing) {
    listeners.forEach(listener -> listener.saved(conversation, owing));
  }

  @Override
  public void look(ConversationId conversation) {
    listeners.forEach(listener -> listener.look(conversation));
  }
}
