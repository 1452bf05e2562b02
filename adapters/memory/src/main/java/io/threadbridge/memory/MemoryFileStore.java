package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.FileStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps visitors' files in a map, as long as their conversations are kept.
public final class MemoryFileStore implements FileStore {
  private final ConversationStore conversations;
  private final Map<ConversationId, Map<String, Held>> held = new LinkedHashMap<>();

  private record Held(SharedFile file, ByteBuffer bytes) {}

  /// Files of these conversations.
  public MemoryFileStore(ConversationStore conversations) {
    this.conversations = conversations;
  }

  @Override
  public Kept keep(
      ConversationId conversation,
      String id,
      String name,
      String type,
      InputStream bytes,
      Instant now)
      throws IOException {
    Optional<SharedFile> known = find(conversation, id);
    if (known.isPresent()) {
      return new Kept.As(known.get());
    }
    byte[] read = bytes.readNBytes((int) SharedFile.SIZE_MAX + 1);
    if (read.length > SharedFile.SIZE_MAX) {
      return new Kept.TooLarge();
    }
    return read.length == 0
        ? new Kept.Empty()
        : kept(
            conversation,
            new Held(file(conversation, id, name, type, read), ByteBuffer.wrap(read)),
            now);
  }

  private static SharedFile file(
      ConversationId in, String id, String name, String type, byte[] bytes) {
    return new SharedFile(id, name, type, bytes.length, new SharedFile.Source.Kept(in));
  }

  private synchronized Kept kept(ConversationId conversation, Held file, Instant now) {
    if (!exists(conversation, now)) {
      held.remove(conversation);
      return new Kept.NoConversation();
    }
    Map<String, Held> files = held.computeIfAbsent(conversation, _ -> new LinkedHashMap<>());
    Held before = files.get(file.file().id());
    if (before != null) {
      return new Kept.As(before.file());
    }
    long total = files.values().stream().mapToLong(other -> other.file().size()).sum();
    if (files.size() >= FILES_MAX || total + file.file().size() > BYTES_MAX) {
      return new Kept.Full();
    }
    files.put(file.file().id(), file);
    return new Kept.As(file.file());
  }

  private boolean exists(ConversationId conversation, Instant now) {
    return conversations
        .load(conversation, new About.Nothing(), now)
        .filter(loaded -> !(loaded.conversation() instanceof Conversation.Erased))
        .isPresent();
  }

  @Override
  public Optional<SharedFile> find(ConversationId conversation, String id) {
    return held(conversation, id).map(Held::file);
  }

  @Override
  public Optional<InputStream> open(ConversationId conversation, String id) {
    return held(conversation, id).map(file -> new ByteArrayInputStream(file.bytes().array()));
  }

  private synchronized Optional<Held> held(ConversationId conversation, String id) {
    return Optional.ofNullable(held.get(conversation))
        .filter(_ -> exists(conversation, Instant.EPOCH))
        .flatMap(files -> Optional.ofNullable(files.get(id)));
  }

  @Override
  public synchronized void forget(ConversationId conversation, String id) {
    Optional.ofNullable(held.get(conversation)).ifPresent(files -> files.remove(id));
  }
}
