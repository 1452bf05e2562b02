package io.threadbridge.sandbox.wire;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is to go wrong with the next calls: each fault so many times, the earliest first.
///
/// @param <F> how a platform's call goes wrong
public final class FaultPlan<F> {
  /// So many can be planned; one more is refused with `too_many_faults`.
  public static final int MAX_FAULTS = 100;

  /// A planned delay is no longer than this.
  public static final long MAX_DELAY_MILLIS = 60_000;

  private static final class Planned<F> {
    private final F fault;
    private int times;

    Planned(F fault, int times) {
      this.fault = fault;
      this.times = times;
    }
  }

  private final List<Planned<F>> planned = new ArrayList<>();

  /// A fault's kind by its name in any case; refuses others with `unknown_fault_kind`.
  public static <K extends Enum<K>> K kind(Class<K> kinds, String name) {
    try {
      return Enum.valueOf(kinds, name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new Refusal("unknown_fault_kind");
    }
  }

  /// Whether a fault's method or place is meant; `""` means any.
  public static boolean matches(String wanted, String actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }

  /// Nothing goes wrong any more.
  public synchronized void clear() {
    planned.clear();
  }

  /// One more fault, for so many calls.
  public synchronized void add(F fault, int times) {
    if (planned.size() >= MAX_FAULTS) {
      throw new Refusal("too_many_faults");
    }
    planned.add(new Planned<>(fault, times));
  }

  /// The fault of this call, if one is planned; its count goes down.
  public synchronized Optional<F> next(Predicate<F> isMeant) {
    for (Iterator<Planned<F>> each = planned.iterator(); each.hasNext(); ) {
      Planned<F> plan = each.next();
      if (isMeant.test(plan.fault)) {
        plan.times--;
        if (plan.times <= 0) {
          each.remove();
        }
        return Optional.of(plan.fault);
      }
    }
    return Optional.empty();
  }

  /// What is still to go wrong, each with `times`.
  public synchronized ArrayNode json(Function<F, ObjectNode> told) {
    ArrayNode json = Json.array();
    planned.forEach(plan -> json.add(told.apply(plan.fault).put("times", plan.times)));
    return json;
  }
}
