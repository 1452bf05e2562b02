package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation;

/// What became of an event.
public sealed interface Handled {
  /// It was decided and everything is saved; the conversation is now this.
  record Moved(Conversation now) implements Handled {}

  /// The rules had nothing to do, and say why.
  record Unchanged(Conversation now, String because) implements Handled {}

  /// It was handled before.
  record Repeated(Conversation now) implements Handled {}

  /// Its words belong to a new conversation that continues this one.
  record Anew(Conversation old) implements Handled {}

  /// There is no such conversation, or it was erased.
  record Gone() implements Handled {}

  /// It is the outcome of an effect that somebody else has taken over by now; nothing was changed.
  record LeaseLost() implements Handled {}
}
