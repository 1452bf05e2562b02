package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One chat of one visitor, from first message to close. The states are the turns of PRODUCT 1.1:
/// who owes the next word.
public sealed interface Conversation {
  /// Its name.
  ConversationId id();

  /// When it next wants to be woken; empty only where nothing is open. A timer that life has
  /// overtaken finds nothing due.
  Optional<Instant> wakeAt();

  /// The latest moment it knows of.
  Instant lastMoment();

  /// Asked for, and nothing said yet: nothing is on the desk.
  record NotStarted(Opening opening) implements Conversation {
    @Override
    public ConversationId id() {
      return opening.id();
    }

    @Override
    public Optional<Instant> wakeAt() {
      return Optional.empty();
    }

    @Override
    public Instant lastMoment() {
      return opening.at();
    }
  }

  /// The states in which somebody has said something and the words are kept.
  sealed interface Started extends Conversation {
    /// What never changes.
    Opening opening();

    /// What it has come to.
    Progress progress();

    /// The same state with other progress.
    Started with(Progress other);

    /// The desk that has it now.
    default DeskRef desk() {
      return stay().desk();
    }

    /// Its stay at that desk.
    default Stay stay() {
      return progress().stays().now();
    }

    @Override
    default ConversationId id() {
      return opening().id();
    }

    @Override
    default Instant lastMoment() {
      return progress().lastMoment();
    }
  }

  /// The staff owe the next word.
  record Waiting(Opening opening, Progress progress, Wait clock) implements Started {
    @Override
    public Started with(Progress other) {
      return new Waiting(opening, other, clock);
    }

    Waiting with(Wait other) {
      return new Waiting(opening, progress, other);
    }

    Waiting asOf(Instant moment) {
      return new Waiting(opening, progress.at(moment), clock);
    }

    @Override
    public Optional<Instant> wakeAt() {
      return Moments.first(
          List.of(clock.stepAt(), Optional.of(clock.abandonAt()), Optional.of(clock.lookAt())));
    }
  }

  /// Somebody has promised to be back: neither clock runs.
  record Promised(Opening opening, Progress progress, Promise promise) implements Started {
    @Override
    public Started with(Progress other) {
      return new Promised(opening, other, promise);
    }

    Promised asOf(Instant moment) {
      return new Promised(opening, progress.at(moment), promise);
    }

    @Override
    public Optional<Instant> wakeAt() {
      return Optional.of(promise.wakeAt());
    }
  }

  /// The visitor has the next word: ask, warn, leave.
  record Answered(Opening opening, Progress progress, Silence silence) implements Started {
    @Override
    public Started with(Progress other) {
      return new Answered(opening, other, silence);
    }

    Answered with(Silence other) {
      return new Answered(opening, progress, other);
    }

    Answered asOf(Instant moment) {
      return new Answered(opening, progress.at(moment), silence);
    }

    @Override
    public Optional<Instant> wakeAt() {
      return Moments.first(
          List.of(Optional.of(silence.dueAt()), silence.lookAt(), progress.mailing().dueAt()));
    }
  }

  /// The visitor has said thanks, no, or goodbye: nobody asks any more, the close comes by itself.
  record Ending(Opening opening, Progress progress, QuietEnding ending) implements Started {
    @Override
    public Started with(Progress other) {
      return new Ending(opening, other, ending);
    }

    Ending asOf(Instant moment) {
      return new Ending(opening, progress.at(moment), ending);
    }

    @Override
    public Optional<Instant> wakeAt() {
      return Moments.first(List.of(Optional.of(ending.dueAt()), progress.mailing().dueAt()));
    }
  }

  /// The answer comes another way, or when the firm opens again: no clock runs, the thread stays
  /// answerable.
  record Deferred(Opening opening, Progress progress, Deferral deferral) implements Started {
    @Override
    public Started with(Progress other) {
      return new Deferred(opening, other, deferral);
    }

    Deferred asOf(Instant moment) {
      return new Deferred(opening, progress.at(moment), deferral);
    }

    @Override
    public Optional<Instant> wakeAt() {
      return Moments.first(List.of(Optional.of(deferral.until()), progress.mailing().dueAt()));
    }
  }

  /// It has ended. Nothing new is decided for the visitor but the question for a rating and one
  /// mail with what was not read.
  record Closed(Opening opening, Progress progress, Instant at, CloseReason reason)
      implements Started {
    @Override
    public Started with(Progress other) {
      return new Closed(opening, other, at, reason);
    }

    Closed asOf(Instant moment) {
      return new Closed(opening, progress.at(moment), at, reason);
    }

    @Override
    public Optional<Instant> wakeAt() {
      return progress.mailing().dueAt();
    }
  }

  /// Everything was forgotten at the visitor's wish: this stone refuses what still comes.
  record Erased(ConversationId id, Instant at) implements Conversation {
    @Override
    public Optional<Instant> wakeAt() {
      return Optional.empty();
    }

    @Override
    public Instant lastMoment() {
      return at;
    }
  }
}
