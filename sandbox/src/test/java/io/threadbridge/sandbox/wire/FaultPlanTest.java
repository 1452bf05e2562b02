package io.threadbridge.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// What goes wrong, and how often.
final class FaultPlanTest {
  private enum Kind {
    DROP,
    DELAY
  }

  private final FaultPlan<Kind> plan = new FaultPlan<>();

  @Test
  void aFaultComesAsOftenAsItWasPlannedAndTheEarliestFirst() {
    plan.add(Kind.DROP, 2);
    plan.add(Kind.DELAY, 1);

    assertThat(plan.next(_ -> true)).contains(Kind.DROP);
    assertThat(plan.next(kind -> kind == Kind.DELAY)).contains(Kind.DELAY);
    assertThat(plan.json(kind -> Json.object().put("kind", kind.name())).toString())
        .isEqualTo("[{\"kind\":\"DROP\",\"times\":1}]");
    assertThat(plan.next(_ -> true)).contains(Kind.DROP);
    assertThat(plan.next(_ -> true)).isEmpty();
  }

  @Test
  void nothingGoesWrongAnyMoreOnceThePlanIsCleared() {
    plan.add(Kind.DROP, 2);
    plan.clear();
    assertThat(plan.next(_ -> true)).isEmpty();
  }

  @Test
  void tooManyFaultsAreRefused() {
    for (int i = 0; i < FaultPlan.MAX_FAULTS; i++) {
      plan.add(Kind.DROP, 1);
    }
    assertThatThrownBy(() -> plan.add(Kind.DROP, 1))
        .isInstanceOf(Refusal.class)
        .hasMessage("too_many_faults");
  }

  @Test
  void aKindIsKnownByItsNameInAnyCaseAndNoOther() {
    assertThat(FaultPlan.kind(Kind.class, "drop")).isEqualTo(Kind.DROP);
    assertThatThrownBy(() -> FaultPlan.kind(Kind.class, "dropped"))
        .isInstanceOf(Refusal.class)
        .hasMessage("unknown_fault_kind");
  }

  @Test
  void nothingWantedMeansAnything() {
    assertThat(FaultPlan.matches("", "chat.postMessage")).isTrue();
    assertThat(FaultPlan.matches("chat.update", "chat.postMessage")).isFalse();
  }
}
