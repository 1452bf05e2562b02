package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.FileLinks;
import io.threadbridge.bridge.port.FilePost;
import java.util.Map;
import java.util.Optional;

/// The files of conversations as posts of their threads.
public final class DeskFiles {
  private final ConversationFiles files;
  private final FileLinks links;
  private final DeskWords words;

  /// Posts of these files, in the desks' languages.
  public DeskFiles(ConversationFiles files, FileLinks links, DeskWords words) {
    this.files = files;
    this.links = links;
    this.words = words;
  }

  FilePost post(Started state, Message message, SharedFile file, Optional<String> remark) {
    return new FilePost(
        Retelling.speaker(message.author(), state.opening().visitor().shownName()),
        file,
        () -> files.open(file),
        links.file(state.id(), file.id()),
        words.label(state, "file.open", Map.of("name", file.name())),
        remark);
  }
}
