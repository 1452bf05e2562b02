package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

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

    Waiting asOf(Instant moment) {
      return new Waiting(opening, progress.at(moment), clock);
    }

    @Override
    public Optional<Instant> wakeAt() {
      return Stream.of(clock.stepAt(), Optional.of(clock.abandonAt()), Optional.of(clock.lookAt()))
          .flatMap(Optional::stream)
          .min(Instant::compareTo);
    }
  }

  /// The visitor has the next word: ask, warn, leave.
  record Answered(Opening opening, Progress progress, Silence silence) implements Started {
    @Override
    public Started with(Progress other) {
      return new Answered(opening, other, silence);
    }

    Answered asOf(Instant moment) {
      return new Answered(opening, progress.at(moment), silence);
    }

    @Override
    public Optional<Instant> wakeAt() {
      return Stream.of(Optional.of(silence.dueAt()), silence.lookAt())
          .flatMap(Optional::stream)
          .min(Instant::compareTo);
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
      return Optional.of(ending.dueAt());
    }
  }

  /// It has ended. Nothing new is decided for the visitor.
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
      return Optional.empty();
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
