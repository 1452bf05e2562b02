package io.threadbridge.sandbox.wire;

import tools.jackson.databind.node.ObjectNode;

/// A call or a wish is refused: `{"ok":false,"error":…}`, as Slack and the control API answer, with
/// whatever else belongs to that error.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ObjectNode answer;

  public Refusal(String error) {
    this(error, Json.object());
  }

  public Refusal(String error, ObjectNode extra) {
    super(error, null, false, false);
    this.answer = Json.object().put("ok", false).put("error", error);
    this.answer.setAll(extra);
  }

  public ObjectNode answer() {
    return answer;
  }
}
