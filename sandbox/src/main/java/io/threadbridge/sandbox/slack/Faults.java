package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.FaultPlan;
import io.threadbridge.sandbox.wire.Json;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// What is to go wrong with the next calls.
final class Faults {
  /// How a call goes wrong; `COMMIT_…` does what was asked and then lies about it.
  enum Kind {
    RATE_LIMITED,
    ERROR,
    SERVER_ERROR,
    DROP,
    COMMIT_DROP,
    COMMIT_SERVER_ERROR,
    COMMIT_HTML,
    COMMIT_EMPTY,
    COMMIT_MALFORMED,
    DELAY;

    boolean commits() {
      return name().startsWith("COMMIT") || this == DELAY;
    }
  }

  /// One planned fault; `""` as method or channel means any.
  record Fault(
      String method, String channel, Kind kind, long retryAfter, long millis, String error) {}

  private final FaultPlan<Fault> plan = new FaultPlan<>();

  void clear() {
    plan.clear();
  }

  /// Plans `{"kind","method"?,"channel"?,"times"?,"retry_after"?,"millis"?,"error"?}`.
  void plan(JsonNode wish) {
    Fault fault =
        new Fault(
            Json.text(wish, "method"),
            Json.text(wish, "channel"),
            FaultPlan.kind(Kind.class, Json.text(wish, "kind")),
            wish.path("retry_after").asLong(1),
            Math.clamp(wish.path("millis").asLong(0), 0, FaultPlan.MAX_DELAY_MILLIS),
            Json.has(wish, "error") ? Json.text(wish, "error") : "internal_error");
    plan.add(fault, wish.path("times").asInt(1));
  }

  /// The fault of this call, if one is planned; its count goes down.
  Optional<Fault> next(String method, String channel) {
    return plan.next(
        fault ->
            FaultPlan.matches(fault.method(), method)
                && FaultPlan.matches(fault.channel(), channel));
  }

  ArrayNode json() {
    return plan.json(
        fault ->
            Json.object()
                .put("method", fault.method())
                .put("channel", fault.channel())
                .put("kind", fault.kind().name().toLowerCase(Locale.ROOT)));
  }
}
