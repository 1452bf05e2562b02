package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.bridge.port.FileStore;
import java.util.Optional;

/// The files of conversations, wherever their bytes are: a visitor's with us, a desk's with its
/// platform, where they are read as they are needed and never copied.
public final class ConversationFiles {
  private final ConversationStore conversations;
  private final FileStore kept;
  private final Desks desks;

  /// Files of these conversations.
  public ConversationFiles(ConversationStore conversations, FileStore kept, Desks desks) {
    this.conversations = conversations;
    this.kept = kept;
    this.desks = desks;
  }

  /// A file of a message that was not taken back.
  public Optional<SharedFile> find(ConversationId conversation, String file) {
    return conversations.transcript(conversation, 0, Policy.MESSAGES_MAX).stream()
        .map(Message::files)
        .flatMap(files -> SharedFile.find(files, file).stream())
        .findFirst();
  }

  /// Its bytes.
  public FileBytes open(SharedFile file) {
    return switch (file.source()) {
      case SharedFile.Source.Kept(ConversationId in) ->
          kept.open(in, file.id())
              .<FileBytes>map(FileBytes.Open::new)
              .orElseGet(() -> new FileBytes.Gone("no longer kept"));
      case SharedFile.Source.OnDesk(var desk, var reference) ->
          desks
              .chatOf(desk)
              .map(chat -> chat.open(desk, reference))
              .orElseGet(() -> new FileBytes.Gone("no such platform"));
    };
  }
}
