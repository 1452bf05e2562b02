package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// One thing that Slack tells the app.
///
/// @param number its place in the order in which things happened
/// @param lane over HTTP, envelopes of one lane leave one after the other
record Envelope(long number, String id, Kind kind, ObjectNode payload, String lane) {

  enum Kind {
    EVENT("events_api", false),
    INTERACTIVE("interactive", true),
    COMMAND("slash_commands", true);

    private final String type;
    private final boolean acceptsResponse;

    Kind(String type, boolean acceptsResponse) {
      this.type = type;
      this.acceptsResponse = acceptsResponse;
    }

    String type() {
      return type;
    }

    boolean acceptsResponse() {
      return acceptsResponse;
    }
  }

  /// The frame of Socket Mode; a repeat says which it is and why.
  ObjectNode frame(int attempt) {
    ObjectNode frame = Json.object().put("envelope_id", id).put("type", kind.type());
    frame.put("accepts_response_payload", kind.acceptsResponse());
    if (kind == Kind.EVENT) {
      frame.put("retry_attempt", attempt).put("retry_reason", attempt == 0 ? "" : "timeout");
    }
    frame.set("payload", payload);
    return frame;
  }
}
