package io.threadbridge.bridge.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.conversation.ConversationId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a conversation is called in events that leave the house: a one-way name. A warehouse can
/// join a conversation's events by it, and nobody can join them with the visitor's name, which
/// stands beside the conversation's own id in webhook calls and exports.
final class EventNames {
  /// 128 bits, as many as the id has.
  private static final int BYTES = 16;

  private static final String PURPOSE = "threadbridge events ";

  private EventNames() {}

  static String of(ConversationId id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest((PURPOSE + id.value()).getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
