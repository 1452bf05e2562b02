package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.slack.Json;
import io.threadbridge.sandbox.slack.Refusal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// What is to go wrong with the next calls of the bot.
final class TeamsFaults {
  static final int MAX_FAULTS = 100;
  static final long MAX_DELAY_MILLIS = 60_000;

  /// How a call goes wrong; `COMMIT_…` does what was asked and then lies about it.
  enum Kind {
    STATUS,
    CUT,
    SLOW,
    COMMIT_STATUS,
    COMMIT_CUT,
    COMMIT_MALFORMED,
    COMMIT_EMPTY,
    COMMIT_SLOW;

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

  private static final class Plan {
    private final Fault fault;
    private int times;

    Plan(Fault fault, int times) {
      this.fault = fault;
      this.times = times;
    }
  }

  private final List<Plan> plans = new ArrayList<>();

  synchronized void clear() {
    plans.clear();
  }

  /// Plans `{"kind","operation"?,"conversation"?,"times"?,"status"?,"code"?,"retry_after"?,
  /// "millis"?}`.
  synchronized void plan(JsonNode wish) {
    if (plans.size() >= MAX_FAULTS) {
      throw new Refusal("too_many_faults");
    }
    int status = Math.clamp(wish.path("status").asInt(502), 400, 599);
    String code = Json.has(wish, "code") ? Json.text(wish, "code") : "ServiceError";
    Fault fault =
        new Fault(
            Json.text(wish, "operation"),
            Json.text(wish, "conversation"),
            kind(Json.text(wish, "kind")),
            status,
            code,
            Math.clamp(wish.path("retry_after").asLong(0), 0, 3_600),
            Math.clamp(wish.path("millis").asLong(1_000), 0, MAX_DELAY_MILLIS));
    plans.add(new Plan(fault, wish.path("times").asInt(1)));
  }

  private static Kind kind(String name) {
    try {
      return Kind.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new Refusal("unknown_fault_kind");
    }
  }

  /// The fault of this call, if one is planned; its count goes down.
  synchronized Optional<Fault> next(String operation, String conversation) {
    for (Iterator<Plan> each = plans.iterator(); each.hasNext(); ) {
      Plan plan = each.next();
      Fault fault = plan.fault;
      if (matches(fault.operation(), operation) && matches(fault.conversation(), conversation)) {
        plan.times--;
        if (plan.times <= 0) {
          each.remove();
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  private static boolean matches(String wanted, String actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }

  synchronized ArrayNode json() {
    ArrayNode json = Json.array();
    for (Plan plan : plans) {
      json.addObject()
          .put("operation", plan.fault.operation())
          .put("conversation", plan.fault.conversation())
          .put("kind", plan.fault.kind().name().toLowerCase(Locale.ROOT))
          .put("times", plan.times);
    }
    return json;
  }
}
