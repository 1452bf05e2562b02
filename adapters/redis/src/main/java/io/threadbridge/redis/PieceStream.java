package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.redis.json.KeptFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/// The bytes of a kept file, one piece in memory at a time. A file that is forgotten while it is
/// read breaks off.
final class PieceStream extends InputStream {
  private final RedisConnections redis;
  private final String bytes;
  private final KeptFile file;
  private byte[] piece = new byte[0];
  private int position;
  private int next;

  PieceStream(RedisConnections redis, ConversationId conversation, KeptFile file) {
    this.redis = redis;
    this.bytes = RedisKeys.bytes(conversation);
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    return fill() ? piece[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, piece.length - position);
    System.arraycopy(piece, position, target, offset, count);
    position += count;
    return count;
  }

  /// Whether there is a byte left.
  private boolean fill() throws IOException {
    while (position == piece.length) {
      if (next == file.pieces()) {
        return false;
      }
      String name = file.upload() + ":" + next;
      String content = Replies.await(redis.commands().hget(bytes, name));
      if (content == null) {
        throw new IOException("the file is no longer kept");
      }
      piece = Base64.getDecoder().decode(content);
      position = 0;
      next++;
    }
    return true;
  }
}
