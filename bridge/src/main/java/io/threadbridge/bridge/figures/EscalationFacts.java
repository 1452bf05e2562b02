package io.threadbridge.bridge.figures;

import io.threadbridge.bridge.conversation.Claim;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Progress;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.TextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How far a wait went: which steps of the staff's clock it reached, and whether whoever was woken
/// came.
final class EscalationFacts {
  private EscalationFacts() {}

  static List<Fact> of(Step step) {
    List<Fact> facts = new ArrayList<>(hold(step));
    boolean somebodyWasWoken =
        step.before() instanceof Waiting waiting && !waiting.clock().care().told().isEmpty();
    for (Effect effect : step.move().effects()) {
      Optional<Kind> reached = reached(effect, step, somebodyWasWoken);
      somebodyWasWoken |= reached.filter(Kind.ON_CALL_WOKEN::equals).isPresent();
      reached.map(Fact::of).ifPresent(facts::add);
    }
    taken(step).ifPresent(facts::add);
    return facts;
  }

  private static List<Fact> hold(Step step) {
    if (!step.says(TextKey.HOLD) || !(step.next() instanceof Waiting waiting)) {
      return List.of();
    }
    return List.of(
        Fact.of(
            switch (waiting.clock().care().holds()) {
              case 1 -> Kind.HELD_ONCE;
              case 2 -> Kind.HELD_TWICE;
              default -> Kind.HELD_THRICE;
            }));
  }

  private static Optional<Kind> reached(Effect effect, Step step, boolean somebodyWasWoken) {
    return switch (effect) {
      case Effect.CallDesk call ->
          Optional.of(isOwn(call, step) ? Kind.DESK_CALLED : Kind.OVERFLOW_CALLED);
      case Effect.CallPerson call when call.key() == TextKey.TOLD_ON_CALL ->
          Optional.of(somebodyWasWoken ? Kind.NEXT_WOKEN : Kind.ON_CALL_WOKEN);
      case Effect.CallPerson call when call.key() == TextKey.TOLD_MANAGER ->
          Optional.of(Kind.MANAGER_TOLD);
      case Effect.TellDirectly tell when tell.key() == TextKey.TOLD_WAITING ->
          Optional.of(Kind.CLAIMER_NUDGED);
      case Effect.CallHook _ -> Optional.of(Kind.HOOK_CALLED);
      case Effect.OpenThread _,
          Effect.Relay _,
          Effect.Retell _,
          Effect.PassFile _,
          Effect.RetractFile _,
          Effect.Rewrite _,
          Effect.ShowCard _,
          Effect.ShowMoved _,
          Effect.IndexThread _,
          Effect.Hint _,
          Effect.HintIn _,
          Effect.TellDirectly _,
          Effect.ConfirmNote _,
          Effect.Notice _,
          Effect.RetractCall _,
          Effect.CallPerson _,
          Effect.OfferPromise _,
          Effect.Mail _,
          Effect.TellSite _,
          Effect.Count _,
          Effect.Publish _ ->
          Optional.empty();
    };
  }

  private static boolean isOwn(Effect.CallDesk call, Step step) {
    return step.next() instanceof Started next && next.desk().equals(call.desk());
  }

  /// Somebody who was woken has it now, and had it not before.
  private static Optional<Fact> taken(Step step) {
    if (!(step.before() instanceof Waiting waiting)) {
      return Optional.empty();
    }
    Optional<Staff> had = waiting.progress().claim().map(Claim::by);
    return step.progressAfter()
        .flatMap(Progress::claim)
        .map(Claim::by)
        .filter(has -> had.filter(owner -> owner.id().equals(has.id())).isEmpty())
        .flatMap(has -> waiting.clock().care().toldAt(has))
        .map(told -> step.since(Kind.WOKEN_TOOK_IT, told));
  }
}
