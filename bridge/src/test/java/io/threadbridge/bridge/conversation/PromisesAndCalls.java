package io.threadbridge.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// PRODUCT 1.2: every promise is kept or told, and a claim stops every step beyond the claimer
/// until the claimer's own clock runs out.
final class PromisesAndCalls {
  private static final Duration CLAIMERS_CLOCK = Duration.ofMinutes(3);

  private Instant nobodyCalledBefore = Instant.MIN;

  void check(Walk.Step step) {
    keptOrTold(step);
    nobodyIsCalledInTheClaimersTime(step);
  }

  private static void keptOrTold(Walk.Step step) {
    if (!(step.before() instanceof Promised before)) {
      return;
    }
    Promise promise = before.promise();
    assertThat(step.event().at())
        .as("a promise is kept or told: %s", step)
        .isBeforeOrEqualTo(promise.lateAt());
    boolean stands =
        step.next() instanceof Promised next && next.promise().until().equals(promise.until());
    boolean byTheVisitor =
        step.event() instanceof VisitorEvent && !(step.event() instanceof VisitorEvent.Wrote);
    if (!stands && !byTheVisitor) {
      assertThat(step.said())
          .as("a promise is kept or told: %s", step)
          .anyMatch(PromisesAndCalls::keepsOrTells);
    }
  }

  private static boolean keepsOrTells(Saying saying) {
    return switch (saying) {
      case Saying.ByStaff _, Saying.ByButton _ -> true;
      case Saying.ByVisitor _ -> false;
      case Saying.ByBridge text ->
          Stream.of(
                  TextKey.PROMISED,
                  TextKey.PROMISE_LATE,
                  TextKey.PROMISE_ENDED,
                  TextKey.HANDED_OVER,
                  TextKey.HANDED_OVER_TO_DESK)
              .anyMatch(text::says);
    };
  }

  private void nobodyIsCalledInTheClaimersTime(Walk.Step step) {
    Instant now = step.event().at();
    boolean released = says(step, TextKey.PROMISE_LATE) || says(step, TextKey.HANDED_OVER);
    boolean claimed =
        !claim(step.before()).equals(claim(step.next())) && claim(step.next()).isPresent();
    boolean begins = step.next() instanceof Waiting && !(step.before() instanceof Waiting);
    if (released) {
      nobodyCalledBefore = Instant.MIN;
    } else if (claim(step.next()).isPresent() && (claimed || begins)) {
      nobodyCalledBefore = now.plus(CLAIMERS_CLOCK);
    } else if (claim(step.next()).isEmpty()) {
      nobodyCalledBefore = Instant.MIN;
    }
    if (step.effects().stream().anyMatch(PromisesAndCalls::calls)) {
      assertThat(now)
          .as("nobody is called in the claimer's time: %s", step)
          .isAfterOrEqualTo(nobodyCalledBefore);
    }
  }

  private static boolean calls(Effect effect) {
    return effect instanceof Effect.CallDesk
        || (effect instanceof Effect.CallPerson call && call.key() != TextKey.TOLD_HANDED_OVER);
  }

  private static boolean says(Walk.Step step, TextKey key) {
    return step.said().stream()
        .anyMatch(said -> said instanceof Saying.ByBridge text && text.says(key));
  }

  private static Optional<Claim> claim(Conversation conversation) {
    return conversation instanceof Started started ? started.progress().claim() : Optional.empty();
  }
}
