package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.ThreadRef;

/// Is told of every post of ours at a channel's root, as soon as Teams has named it, or has failed
/// to: replies under it may come before anybody else knows of it.
public interface RootWatch {
  /// A card: the root of a visitor's thread.
  ///
  /// @param root the activity's id
  void opened(String channel, String root);

  /// A card that may stand there, though Teams did not say so: it is posted once more.
  void lost(String channel);

  /// A call, which is no visitor's thread.
  ///
  /// @param desk the desk of the thread that it calls to
  void called(String channel, String root, DeskRef desk, ThreadRef thread);

  /// An announcement, which is about no thread.
  void announced(String channel, String root);
}
