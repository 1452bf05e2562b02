package io.threadbridge.bridge.conversation;

/// What a decision alters in the transcript.
public sealed interface Change {
  /// The number of the message that is altered.
  int seq();

  /// Message `seq` gets other words.
  record Edit(int seq, String text) implements Change {
    @Override
    public String toString() {
      return "Edit[" + seq + "]";
    }
  }

  /// Message `seq` loses its words.
  record Delete(int seq) implements Change {}
}
