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

  /// A file of message `seq` stands in one more post of a desk. The visitor sees no change.
  record Show(int seq, String file, SharedFile.Standing standing) implements Change {}

  /// Message `seq` loses its words and files.
  record Delete(int seq) implements Change {}
}
