package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.bridge.port.FileLinks;
import io.threadbridge.bridge.port.FilePost;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The files of conversations as posts of their threads.
public final class DeskFiles {
  /// So long a platform that cannot give a file's bytes holds up what stands behind it in another
  /// one's thread; then the staff there get its link.
  static final Duration WAIT_MAX = Duration.ofMinutes(2);

  private final ConversationFiles files;
  private final FileLinks links;
  private final DeskWords words;

  /// Posts of these files, in the desks' languages.
  public DeskFiles(ConversationFiles files, FileLinks links, DeskWords words) {
    this.files = files;
    this.links = links;
    this.words = words;
  }

  /// @param waited how long the file has waited to be posted
  FilePost post(
      Started state, Message message, SharedFile file, Optional<String> remark, Duration waited) {
    return new FilePost(
        Retelling.speaker(message.author(), state.opening().visitor().shownName()),
        file,
        () -> waited.compareTo(WAIT_MAX) < 0 ? files.open(file) : nowOrNever(files.open(file)),
        links.file(state.id(), file.id()),
        words.label(state, "file.open", Map.of("name", file.name())),
        remark);
  }

  private static FileBytes nowOrNever(FileBytes bytes) {
    return bytes instanceof FileBytes.Later(_, String why) ? new FileBytes.Gone(why) : bytes;
  }
}
