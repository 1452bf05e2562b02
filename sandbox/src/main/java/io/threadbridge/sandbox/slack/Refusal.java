package io.threadbridge.sandbox.slack;

import tools.jackson.databind.node.ObjectNode;

/// Slack says no: `{"ok":false,"error":…}` with whatever else Slack adds to that error.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ObjectNode answer;

  public Refusal(String error) {
    this(error, Json.object());
  }

  Refusal(String error, ObjectNode extra) {
    super(error, null, false, false);
    this.answer = Json.object().put("ok", false).put("error", error);
    this.answer.setAll(extra);
  }

  public ObjectNode answer() {
    return answer;
  }
}
