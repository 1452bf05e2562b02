package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SharedFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Keeps the files that visitors send, for [#KEPT], or less: as long as their conversation. All
/// calls throw [StoreUnavailable] when nothing is known.
public interface FileStore {
  /// How long a file is kept after the last one of its conversation came: the staff have it on
  /// their platform by then, or have opened it.
  Duration KEPT = Duration.ofDays(7);

  /// A conversation holds at most so many.
  int FILES_MAX = 20;

  /// A conversation's files have at most so many bytes together.
  long BYTES_MAX = 3 * SharedFile.SIZE_MAX;

  /// What became of a file that was to be kept.
  sealed interface Kept {
    /// It is kept, now or since it came before.
    record As(SharedFile file) implements Kept {}

    /// It is larger than [SharedFile#SIZE_MAX].
    record TooLarge() implements Kept {}

    /// It is empty.
    record Empty() implements Kept {}

    /// The conversation holds as much as it can.
    record Full() implements Kept {}

    /// There is no such conversation, or it was erased.
    record NoConversation() implements Kept {}
  }

  /// Reads a file to its end and keeps it; until then nothing can be seen of it. A file of this id
  /// that is kept already is not read again.
  ///
  /// @param id see [SharedFile]
  /// @param name as the sender calls it, at most [SharedFile#NAME_MAX] characters
  /// @param type its media type
  /// @throws IOException if it cannot be read to its end; nothing is kept then
  Kept keep(
      ConversationId conversation,
      String id,
      String name,
      String type,
      InputStream bytes,
      Instant now)
      throws IOException;

  /// What is known of a kept file.
  Optional<SharedFile> find(ConversationId conversation, String id);

  /// The bytes of a kept file, read as they are needed.
  Optional<InputStream> open(ConversationId conversation, String id);

  /// Forgets a file; harmless if there is none.
  void forget(ConversationId conversation, String id);
}
