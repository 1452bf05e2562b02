package io.threadbridge.sandbox.slack;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// What is to go wrong with the next calls.
final class Faults {
  static final int MAX_FAULTS = 100;
  static final long MAX_DELAY_MILLIS = 60_000;

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

  /// Plans `{"kind","method"?,"channel"?,"times"?,"retry_after"?,"millis"?,"error"?}`.
  synchronized void plan(JsonNode wish) {
    if (plans.size() >= MAX_FAULTS) {
      throw new Refusal("too_many_faults");
    }
    Kind kind;
    try {
      kind = Kind.valueOf(Json.text(wish, "kind").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new Refusal("unknown_fault_kind");
    }
    long millis = Math.clamp(wish.path("millis").asLong(0), 0, MAX_DELAY_MILLIS);
    String error = Json.has(wish, "error") ? Json.text(wish, "error") : "internal_error";
    long retryAfter = wish.path("retry_after").asLong(1);
    Fault fault =
        new Fault(
            Json.text(wish, "method"), Json.text(wish, "channel"), kind, retryAfter, millis, error);
    plans.add(new Plan(fault, wish.path("times").asInt(1)));
  }

  /// The fault of this call, if one is planned; its count goes down.
  synchronized Optional<Fault> next(String method, String channel) {
    for (Iterator<Plan> each = plans.iterator(); each.hasNext(); ) {
      Plan plan = each.next();
      Fault fault = plan.fault;
      if (matches(fault.method(), method) && matches(fault.channel(), channel)) {
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
          .put("method", plan.fault.method())
          .put("channel", plan.fault.channel())
          .put("kind", plan.fault.kind().name().toLowerCase(Locale.ROOT))
          .put("times", plan.times);
    }
    return json;
  }
}
