package io.threadbridge.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Ending;
import io.threadbridge.bridge.conversation.Conversation.Erased;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What must hold after every step of a walk; each is a sentence of PRODUCT or DESIGN.
final class Invariants {
  private final Set<Saying> holds = new HashSet<>();
  private Optional<Instant> owedSince = Optional.empty();
  private Duration within = Duration.ZERO;

  void check(Walk.Step step) {
    Conversation next = next(step);
    anOpenConversationHasAWakeUp(step, next);
    nothingNewAfterTheClose(step, next);
    noPromptToABusyVisitor(step);
    aSignOfLifeInTime(step, next);
    noHoldTextTwice(step);
    noNoteReachesTheVisitor(step);
    messagesAreNumberedWithoutGaps(step, next);
  }

  private static void anOpenConversationHasAWakeUp(Walk.Step step, Conversation next) {
    if (next instanceof Waiting || next instanceof Answered || next instanceof Ending) {
      assertThat(next.wakeAt()).as("wake-up after %s", step).isPresent();
    } else {
      assertThat(next.wakeAt()).as("no wake-up after %s", step).isEmpty();
    }
    if (step.event() instanceof TimeEvent && next.wakeAt().isPresent()) {
      assertThat(next.wakeAt().get()).as("not due again at once").isAfter(step.event().at());
    }
  }

  private static void nothingNewAfterTheClose(Walk.Step step, Conversation next) {
    if (step.before() instanceof Closed
        && !(step.event() instanceof VisitorEvent.Wrote)
        && !(step.event() instanceof StaffEvent.Wrote)) {
      assertThat(said(step)).as("nothing said after the close: %s", step).isEmpty();
      assertThat(next instanceof Closed || next instanceof Erased).isTrue();
    }
  }

  private static void noPromptToABusyVisitor(Walk.Step step) {
    boolean prompts =
        said(step).stream()
            .anyMatch(
                saying ->
                    saying instanceof Saying.ByBridge text
                        && (text.key() == TextKey.STILL_THERE || text.key() == TextKey.WARNING));
    if (prompts) {
      Instant now = step.event().at();
      assertThat(VisitorsClock.standsStill(now, step.facts().suspensions()))
          .as("no prompt to a busy visitor: %s", step)
          .isEmpty();
      assertThat(step.before()).as("no prompt while the staff owe").isInstanceOf(Answered.class);
    }
  }

  /// First messages within 10 s, later ones within 120 s: by a staff message, a claim or a hold
  /// text.
  private void aSignOfLifeInTime(Walk.Step step, Conversation next) {
    Instant now = step.event().at();
    owedSince.ifPresent(
        since ->
            assertThat(now)
                .as("a sign of life in time: %s", step)
                .isBeforeOrEqualTo(since.plus(within)));
    boolean begins = next instanceof Waiting && !(step.before() instanceof Waiting);
    boolean sign =
        said(step).stream().anyMatch(saying -> !(saying instanceof Saying.ByVisitor))
            || step.event() instanceof StaffEvent.Claimed
            || !(next instanceof Waiting);
    if (begins) {
      boolean first = step.before() instanceof NotStarted || step.before() instanceof Closed;
      within = first ? Duration.ofSeconds(10) : Duration.ofSeconds(120);
      owedSince = Optional.of(now);
    } else if (sign) {
      owedSince = Optional.empty();
    }
  }

  private void noHoldTextTwice(Walk.Step step) {
    if (step.before() instanceof NotStarted) {
      holds.clear();
    }
    said(step).stream()
        .filter(saying -> saying instanceof Saying.ByBridge text && text.key() == TextKey.HOLD)
        .forEach(hold -> assertThat(holds.add(hold)).as("no hold text twice: %s", hold).isTrue());
  }

  private static void noNoteReachesTheVisitor(Walk.Step step) {
    said(step)
        .forEach(
            saying -> {
              if (saying instanceof Saying.ByStaff words) {
                assertThat(words.text()).doesNotContain("SECRET").isNotBlank();
              }
            });
  }

  private static void messagesAreNumberedWithoutGaps(Walk.Step step, Conversation next) {
    if (next instanceof Started after) {
      int before = step.before() instanceof Started started ? started.progress().lastSeq() : 0;
      assertThat(after.progress().lastSeq()).isEqualTo(before + said(step).size());
      assertThat(after.progress().seen()).isLessThanOrEqualTo(after.progress().lastSeq());
    }
  }

  private static List<Saying> said(Walk.Step step) {
    return step.decision() instanceof Decision.Move move ? move.said() : List.of();
  }

  private static Conversation next(Walk.Step step) {
    return switch (step.decision()) {
      case Decision.Move move -> move.next();
      case Decision.Snooze snooze -> snooze.next();
      case Decision.Ignore _ -> step.before();
      case Decision.Anew _ -> step.before();
    };
  }
}
