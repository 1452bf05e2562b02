package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Claimed;
import java.time.Instant;
import java.util.Map;

/// One leased desk lane, with the conversation as it stood when the lane was leased.
///
/// @param messages the transcript by number
record DeskTask(Claimed claimed, Instant claimedAt, Started state, Map<Integer, Message> messages) {
  DeskRef desk() {
    return state.opening().desk();
  }

  /// The thread, where there is one.
  ThreadRef thread() {
    return state.progress().thread().orElseThrow();
  }

  /// What message `seq` says by now; nothing if it was never said.
  String words(int seq) {
    Message message = messages.get(seq);
    return message == null ? "" : message.text();
  }
}
