package io.threadbridge.bridge.figures;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.Wait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How long visitors wait, with and without a sign of life. A wait begins with the visitor's first
/// unanswered word and runs on through a promise.
final class WaitFacts {
  private WaitFacts() {}

  static List<Fact> of(Step step) {
    List<Fact> facts = new ArrayList<>();
    Optional<Instant> since = waitingSince(step.before());
    since.ifPresent(begin -> facts.addAll(answer(step, begin)));
    if (since.isEmpty() && step.isAnswer() && !step.wasAnswered()) {
      facts.add(Fact.of(Kind.LEAD_ANSWERED));
    }
    if (isMissedNow(step)) {
      facts.add(step.since(Kind.MISSED, since.orElse(step.now())));
    }
    if (step.before() instanceof Waiting waiting) {
      facts.addAll(silence(step, waiting.clock()));
    }
    return facts;
  }

  private static Optional<Instant> waitingSince(Conversation conversation) {
    return switch (conversation) {
      case Waiting waiting -> Optional.of(waiting.clock().since());
      case Promised promised -> Optional.of(promised.promise().since());
      case Conversation.NotStarted _,
          Conversation.Answered _,
          Conversation.Ending _,
          Conversation.Deferred _,
          Conversation.Closed _,
          Conversation.Erased _ ->
          Optional.empty();
    };
  }

  private static List<Fact> answer(Step step, Instant since) {
    boolean goesOn = waitingSince(step.next()).isPresent();
    if (step.isAnswer() && !step.wasAnswered()) {
      return List.of(step.since(Kind.FIRST_ANSWER, since));
    }
    if (goesOn) {
      return List.of();
    }
    if (step.isAnswer()) {
      return List.of(step.since(Kind.LATER_ANSWER, since));
    }
    if (step.event() instanceof StaffEvent.NothingOwed) {
      return List.of(Fact.of(Kind.NOTHING_OWED));
    }
    Kind unanswered = step.wasAnswered() ? Kind.LATER_UNANSWERED : Kind.FIRST_UNANSWERED;
    return List.of(step.since(unanswered, since));
  }

  private static boolean isMissedNow(Step step) {
    return step.progressAfter().filter(after -> after.verdict().missed()).isPresent()
        && step.progressBefore().filter(before -> !before.verdict().missed()).isPresent();
  }

  /// A stretch ends with a sign of life, or with the wait.
  private static List<Fact> silence(Step step, Wait wait) {
    Optional<Instant> last = wait.care().lifeAt();
    boolean goesOnInSilence =
        step.next() instanceof Waiting next && next.clock().care().lifeAt().equals(last);
    return goesOnInSilence
        ? List.of()
        : List.of(step.since(Kind.SILENCE_ENDED, last.orElse(wait.since())));
  }
}
