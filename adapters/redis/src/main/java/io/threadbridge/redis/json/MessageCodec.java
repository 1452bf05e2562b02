package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.Message;

/// One entry of a transcript as JSON, and back.
public final class MessageCodec {
  private MessageCodec() {}

  /// The text of a message.
  public static String write(Message message) {
    return Json.document(Parts.message(message));
  }

  /// The message of a text.
  public static Message read(String text) {
    return Parts.message(Json.read(text));
  }
}
