package io.threadbridge.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Erased;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What must hold after every step of a walk; each is a sentence of PRODUCT or DESIGN. Signs of
/// life, promises, calls and files have a class of their own.
final class Invariants {
  private static final Duration NO_RULE_WAITS_LONGER = Duration.ofDays(31);

  private final Set<Saying> holds = new HashSet<>();
  private final SignsOfLife signs = new SignsOfLife();
  private final PromisesAndCalls promises = new PromisesAndCalls();
  private final FilesOnDesks files = new FilesOnDesks();
  private Optional<Instant> mailed = Optional.empty();

  void check(Walk.Step step) {
    Conversation next = step.next();
    anOpenConversationHasAWakeUp(step, next);
    nothingNewAfterTheClose(step, next);
    noPromptToABusyVisitor(step);
    signs.check(step);
    promises.check(step);
    files.check(step);
    noHoldTextTwice(step);
    noNoteReachesTheVisitor(step);
    nothingFromAnEarlierThreadReachesTheVisitor(step);
    messagesAreNumberedWithoutGaps(step, next);
    fewMails(step);
  }

  private static void anOpenConversationHasAWakeUp(Walk.Step step, Conversation next) {
    boolean open = next instanceof Started && !(next instanceof Closed);
    if (open) {
      assertThat(next.wakeAt()).as("wake-up after %s", step).isPresent();
      assertThat(next.wakeAt().get())
          .as("wake-up after %s", step)
          .isBefore(next.lastMoment().plus(NO_RULE_WAITS_LONGER));
    } else if (!(next instanceof Closed)) {
      assertThat(next.wakeAt()).as("no wake-up after %s", step).isEmpty();
    }
    if (step.event() instanceof TimeEvent && next.wakeAt().isPresent()) {
      assertThat(next.wakeAt().get()).as("not due again at once").isAfter(step.event().at());
    }
  }

  /// Only people reopen: the visitor by writing or by leaving an address, the staff by writing.
  private static void nothingNewAfterTheClose(Walk.Step step, Conversation next) {
    boolean reopens =
        step.event() instanceof VisitorEvent.Wrote
            || step.event() instanceof VisitorEvent.ChoseAnotherWay
            || step.event() instanceof StaffEvent.Wrote;
    if (step.before() instanceof Closed && !reopens) {
      assertThat(step.said()).as("nothing said after the close: %s", step).isEmpty();
      assertThat(next instanceof Closed || next instanceof Erased).isTrue();
    }
  }

  private static void noPromptToABusyVisitor(Walk.Step step) {
    boolean prompts =
        step.said().stream()
            .anyMatch(
                saying ->
                    saying instanceof Saying.ByBridge text
                        && (text.says(TextKey.STILL_THERE) || text.says(TextKey.WARNING)));
    if (prompts) {
      Instant now = step.event().at();
      assertThat(VisitorsClock.standsStill(now, step.facts().suspensions()))
          .as("no prompt to a busy visitor: %s", step)
          .isEmpty();
      assertThat(step.before()).as("no prompt while the staff owe").isInstanceOf(Answered.class);
    }
  }

  private void noHoldTextTwice(Walk.Step step) {
    if (step.before() instanceof NotStarted) {
      holds.clear();
    }
    step.said().stream()
        .filter(saying -> saying instanceof Saying.ByBridge text && text.says(TextKey.HOLD))
        .forEach(hold -> assertThat(holds.add(hold)).as("no hold text twice: %s", hold).isTrue());
  }

  private static void noNoteReachesTheVisitor(Walk.Step step) {
    step.said()
        .forEach(
            saying -> {
              if (saying instanceof Saying.ByStaff words) {
                assertThat(words.text()).doesNotContain("SECRET");
                assertThat(words.text().isBlank() && words.files().isEmpty()).isFalse();
              }
            });
  }

  private static void nothingFromAnEarlierThreadReachesTheVisitor(Walk.Step step) {
    step.said()
        .forEach(
            saying -> {
              if (saying instanceof Saying.ByStaff words) {
                assertThat(words.text())
                    .as("nothing from an earlier thread reaches the visitor: %s", step)
                    .doesNotContain(Walk.Step.EARLIER);
              }
            });
  }

  private static void messagesAreNumberedWithoutGaps(Walk.Step step, Conversation next) {
    if (next instanceof Started after) {
      int before = step.before() instanceof Started started ? started.progress().lastSeq() : 0;
      Counts counts = after.progress().counts();
      assertThat(counts.lastSeq()).as("%s", step).isEqualTo(before + step.said().size());
      assertThat(counts.seen()).isLessThanOrEqualTo(counts.lastSeq());
      assertThat(counts.lastStaffSeq()).isLessThanOrEqualTo(counts.lastSeq());
    }
  }

  private void fewMails(Walk.Step step) {
    Instant now = step.event().at();
    if (step.before() instanceof NotStarted) {
      mailed = Optional.empty();
    }
    List<Effect> mails = step.effects().stream().filter(Effect.Mail.class::isInstance).toList();
    if (!mails.isEmpty()) {
      assertThat(mails).hasSize(1);
      assertThat(step.facts().connected()).as("no mail to who is there: %s", step).isFalse();
      mailed.ifPresent(
          last ->
              assertThat(now)
                  .as("one mail in a quarter of an hour: %s", step)
                  .isAfterOrEqualTo(last.plus(Duration.ofMinutes(15))));
      mailed = Optional.of(now);
    }
  }
}
