package io.threadbridge.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// PRODUCT 1.1: a first message gets a sign of life within 10 s and a later one within 120 s, until
/// the third hold text of the wait.
final class SignsOfLife {
  private Optional<Instant> dueBy = Optional.empty();

  void check(Walk.Step step) {
    Instant now = step.event().at();
    dueBy.ifPresent(
        moment -> assertThat(now).as("a sign of life in time: %s", step).isBeforeOrEqualTo(moment));
    if (isSign(step)) {
      dueBy = Optional.empty();
    }
    if (step.event() instanceof VisitorEvent.Wrote && dueBy.isEmpty() && wantsOne(step)) {
      boolean first = step.before() instanceof NotStarted || step.before() instanceof Closed;
      dueBy = Optional.of(now.plus(first ? Duration.ofSeconds(10) : Duration.ofSeconds(120)));
    }
  }

  private static boolean isSign(Walk.Step step) {
    boolean words = step.said().stream().anyMatch(said -> !(said instanceof Saying.ByVisitor));
    boolean claim =
        step.event() instanceof StaffEvent.Claimed || step.event() instanceof StaffEvent.TookIt;
    return words || claim || !wantsOne(step);
  }

  /// Whether somebody waits for a word: not after the third hold text, and during a promise once.
  private static boolean wantsOne(Walk.Step step) {
    return switch (step.next()) {
      case Waiting waiting -> waiting.clock().care().holds() < StaffClock.HOLDS_MAX;
      case Promised promised -> promised.promise().replyAt().isPresent();
      default -> false;
    };
  }
}
