package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.redis.json.KeptFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Keeps visitors' files in Redis, in pieces of [#PIECE_BYTES], in the slot of their conversation;
/// see [RedisKeys]. Neither writing nor reading holds more than one piece in memory.
///
/// The pieces of one upload have a name of their own, so that two that carry the same id at the
/// same time never mix; the first that is whole counts.
public final class RedisFileStore implements FileStore {
  /// Small enough that writing one does not hold up others (128 KiB in Base64).
  static final int PIECE_BYTES = 96 * 1024;

  private final RedisConnections redis;
  private final LuaScript keepChunk = LuaScript.named("keep-chunk");
  private final LuaScript keepFile = LuaScript.named("keep-file");

  /// A store behind these connections.
  public RedisFileStore(RedisConnections redis) {
    this.redis = redis;
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
    Upload upload = new Upload(conversation, UUID.randomUUID().toString(), now);
    boolean whole = false;
    try {
      Optional<Kept> refused = upload.read(bytes);
      whole = refused.isEmpty();
      return whole ? finish(upload, id, name, type) : refused.get();
    } finally {
      if (!whole) {
        forget(conversation, upload.name, upload.pieces);
      }
    }
  }

  /// One file on its way in.
  private final class Upload {
    private final ConversationId conversation;
    private final String name;
    private final Instant now;
    private long size;
    private int pieces;

    private Upload(ConversationId conversation, String name, Instant now) {
      this.conversation = conversation;
      this.name = name;
      this.now = now;
    }

    /// Reads it piece by piece; why it is not kept, if so.
    private Optional<Kept> read(InputStream bytes) throws IOException {
      byte[] piece = bytes.readNBytes(PIECE_BYTES);
      while (piece.length > 0) {
        size += piece.length;
        if (size > SharedFile.SIZE_MAX) {
          return Optional.of(new Kept.TooLarge());
        }
        if (!write(piece)) {
          return Optional.of(new Kept.NoConversation());
        }
        pieces++;
        piece = bytes.readNBytes(PIECE_BYTES);
      }
      return size == 0 ? Optional.of(new Kept.Empty()) : Optional.empty();
    }

    private boolean write(byte[] piece) {
      List<Object> answer =
          keepChunk.run(
              redis,
              List.of(RedisKeys.conversation(conversation), RedisKeys.bytes(conversation)),
              List.of(
                  name + ":" + pieces,
                  Base64.getEncoder().encodeToString(piece),
                  Millis.of(KEPT),
                  Millis.of(now)));
      return answer.getFirst().equals("DONE");
    }
  }

  private Kept finish(Upload upload, String id, String name, String type) {
    ConversationId in = upload.conversation;
    KeptFile file = new KeptFile(name, type, upload.size, upload.name, upload.pieces);
    List<Object> answer =
        keepFile.runConfirmed(
            redis,
            List.of(RedisKeys.conversation(in), RedisKeys.files(in), RedisKeys.bytes(in)),
            List.of(
                id,
                Long.toString(upload.size),
                file.write(),
                Integer.toString(upload.pieces),
                upload.name,
                Integer.toString(FILES_MAX),
                Long.toString(BYTES_MAX),
                Millis.of(KEPT),
                Millis.of(upload.now)));
    return switch ((String) answer.getFirst()) {
      case "GONE" -> new Kept.NoConversation();
      case "FULL" -> new Kept.Full();
      default -> new Kept.As(KeptFile.read((String) answer.get(1)).shared(in, id));
    };
  }

  @Override
  public Optional<SharedFile> find(ConversationId conversation, String id) {
    return known(conversation, id).map(file -> file.shared(conversation, id));
  }

  @Override
  public Optional<InputStream> open(ConversationId conversation, String id) {
    return known(conversation, id).map(file -> new PieceStream(redis, conversation, file));
  }

  @Override
  public void forget(ConversationId conversation, String id) {
    Optional<KeptFile> file = known(conversation, id);
    Replies.await(redis.commands().hdel(RedisKeys.files(conversation), id));
    file.ifPresent(kept -> forget(conversation, kept.upload(), kept.pieces()));
  }

  private void forget(ConversationId conversation, String upload, int pieces) {
    if (pieces > 0) {
      String[] names =
          IntStream.range(0, pieces).mapToObj(piece -> upload + ":" + piece).toArray(String[]::new);
      Replies.await(redis.commands().hdel(RedisKeys.bytes(conversation), names));
    }
  }

  private Optional<KeptFile> known(ConversationId conversation, String id) {
    return Optional.ofNullable(
            Replies.await(redis.commands().hget(RedisKeys.files(conversation), id)))
        .map(KeptFile::read);
  }
}
