package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;

/// Told of what happens, without words and persons: counts, logs and health live behind it, so
/// `bridge` has no logger.
public interface DecisionObserver {
  /// An event was handled; `decision` is *Move*, *Snooze*, *Ignore* or *Anew*.
  void decided(ConversationId conversation, String event, String decision, String because);

  /// The desk cannot take posts until somebody mends something.
  void deskNeedsMending(String desk, String why, String mend);

  /// The desk took a post.
  void deskWorks(String desk);

  /// The outcome of a call is unknown.
  void unknownOutcome(ConversationId conversation, Lane lane, String why);

  /// Something was refused for good.
  void refused(ConversationId conversation, Lane lane, String why);

  /// A worker's step failed; it will be tried again.
  void workerFailed(String worker, Throwable failure);
}
