package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.FaultPlan;
import io.threadbridge.sandbox.wire.Json;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// What is to go wrong with the next calls of the bot.
final class TeamsFaults {
  /// How a call goes wrong; `COMMIT_…` does what was asked and then lies about it, or, as
  /// `COMMIT_LATE`, tells it late.
  enum Kind {
    STATUS,
    CUT,
    SLOW,
    COMMIT_STATUS,
    COMMIT_CUT,
    COMMIT_MALFORMED,
    COMMIT_EMPTY,
    COMMIT_SLOW,
    COMMIT_LATE;

    boolean commits() {
      return name().startsWith("COMMIT");
    }
  }

  /// One planned fault; `""` as operation or conversation means any.
  record Fault(
      String operation,
      String conversation,
      Kind kind,
      int status,
      String code,
      long retryAfter,
      long millis) {

    TeamsRefusal refusal() {
      return new TeamsRefusal(status, code, "A fault that was asked for.", retryAfter);
    }
  }

  private final FaultPlan<Fault> plan = new FaultPlan<>();

  void clear() {
    plan.clear();
  }

  /// Plans `{"kind","operation"?,"conversation"?,"times"?,"status"?,"code"?,"retry_after"?,
  /// "millis"?}`.
  void plan(JsonNode wish) {
    Fault fault =
        new Fault(
            Json.text(wish, "operation"),
            Json.text(wish, "conversation"),
            FaultPlan.kind(Kind.class, Json.text(wish, "kind")),
            Math.clamp(wish.path("status").asInt(502), 400, 599),
            Json.has(wish, "code") ? Json.text(wish, "code") : "ServiceError",
            Math.clamp(wish.path("retry_after").asLong(0), 0, 3_600),
            Math.clamp(wish.path("millis").asLong(1_000), 0, FaultPlan.MAX_DELAY_MILLIS));
    plan.add(fault, wish.path("times").asInt(1));
  }

  /// The fault of this call, if one is planned; its count goes down.
  Optional<Fault> next(String operation, String conversation) {
    return plan.next(
        fault ->
            FaultPlan.matches(fault.operation(), operation)
                && FaultPlan.matches(fault.conversation(), conversation));
  }

  ArrayNode json() {
    return plan.json(
        fault ->
            Json.object()
                .put("operation", fault.operation())
                .put("conversation", fault.conversation())
                .put("kind", fault.kind().name().toLowerCase(Locale.ROOT)));
  }
}
