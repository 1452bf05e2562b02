package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// The connector says no: a status with `{"error":{"code","message"}}`.
final class TeamsRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final long retryAfter;

  TeamsRefusal(int status, String code, String message) {
    this(status, code, message, 0);
  }

  /// @param retryAfter seconds; 0 says nothing of it
  TeamsRefusal(int status, String code, String message, long retryAfter) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  static TeamsRefusal conversationNotFound() {
    return new TeamsRefusal(404, "ConversationNotFound", "Conversation not found.");
  }

  static TeamsRefusal notInRoster() {
    String text = "The bot is not part of the conversation roster.";
    return new TeamsRefusal(403, "BotNotInConversationRoster", text);
  }

  static TeamsRefusal badSyntax(String message) {
    return new TeamsRefusal(400, "BadSyntax", message);
  }

  static TeamsRefusal badArgument(String message) {
    return new TeamsRefusal(400, "BadArgument", message);
  }

  int status() {
    return status;
  }

  TeamsAnswer answer() {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", code).put("message", getMessage());
    return new TeamsAnswer(status, body, retryAfter);
  }
}
