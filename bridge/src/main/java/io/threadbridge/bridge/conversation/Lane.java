package io.threadbridge.bridge.conversation;

/// Where owed effects queue: in order within a lane; a waiting lane holds up no other.
public enum Lane {
  /// Posts in the thread; goes through the channel's line, one post a second.
  DESK,
  /// The card, kept true in place: only the latest counts.
  CARD,
  /// Private hints, direct messages and reactions.
  DIRECT,
  /// Mail to the visitor.
  MAIL,
  /// Webhooks.
  HOOK,
  /// What the site must know: its own value, kept in another place than the conversation.
  SITE,
  /// Entries of our own look-up tables that live in another place than the conversation.
  LOOKUP,
  /// What the figures count: another slot, and nobody waits for it.
  FIGURES,
  /// The same for the firm's own warehouse, which may be away for hours.
  EVENTS;

  /// Whether what is owed there stays owed when the conversation is erased: it names nobody, and
  /// sums would be wrong without it.
  public boolean outlivesErasing() {
    return this == FIGURES || this == EVENTS;
  }
}
