package io.threadbridge.bridge.application;

import io.threadbridge.bridge.application.DeskStep.Rest;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.PostLink;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.PostBook;
import io.threadbridge.bridge.port.SealedBatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The work on one leased desk lane: its head is begun, or, if it may have been sent before, looked
/// for.
final class DeskErrand {
  /// An unknown post is looked for after this, and again until [#REPEAT_AFTER].
  static final Duration LOOK_AFTER = Duration.ofSeconds(1);

  /// Not found so long after it was sealed, it is sent again: the platform has had its time.
  static final Duration REPEAT_AFTER = Duration.ofSeconds(5);

  private final DeskTask task;
  private final Desks desks;
  private final PostBook posts;
  private final Outbox outbox;
  private final CardWriter cards;
  private final DeskWords words;
  private final DeskFiles files;
  private final DeskOutcomes outcomes;
  private final InstantSource clock;

  DeskErrand(
      DeskTask task,
      Desks desks,
      PostBook posts,
      Outbox outbox,
      CardWriter cards,
      DeskWords words,
      DeskFiles files,
      DeskOutcomes outcomes,
      InstantSource clock) {
    this.task = task;
    this.desks = desks;
    this.posts = posts;
    this.outbox = outbox;
    this.cards = cards;
    this.words = words;
    this.files = files;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  Rest run() {
    Optional<SealedBatch> sealed = task.claimed().sealed();
    Optional<SealedBatch> left = sealed.filter(batch -> !batch.isOf(task.state().stay()));
    if (left.isPresent()) {
      return new LeftBehind(task, desks, outcomes, clock).settle(left.get());
    }
    Optional<DeskCalls> calls =
        desks
            .chatOf(task.desk())
            .map(chat -> new DeskCalls(task, chat, desks, cards, words, files));
    if (calls.isEmpty()) {
      return outcomes.noPlatform();
    }
    return sealed.isPresent() ? resume(calls.get(), sealed.get()) : begin(calls.get());
  }

  private Rest begin(DeskCalls calls) {
    DeskBatch batch = DeskBatch.next(task.claimed().owed(), task.messages());
    return switch (batch.head().effect()) {
      case Effect.Rewrite rewrite -> rewrite(calls, rewrite, batch);
      case Effect.OpenThread _ ->
          hasThread()
              ? outcomes.nothingToDo(batch, "there is a thread already")
              : send(calls, batch);
      case Effect.Relay _ ->
          batch.seqs().getLast() <= task.retold()
              ? outcomes.nothingToDo(batch, "the transcript tells it")
              : relay(calls, batch);
      case Effect.Retell retell ->
          retell.stay() == task.state().stay().number()
              ? relay(calls, batch)
              : outcomes.nothingToDo(batch, "told where the conversation is no more");
      case Effect.PassFile pass -> pass(calls, pass, batch);
      case Effect.Notice _ -> inThread(calls, batch);
      case Effect.CallDesk call -> call(calls, call, batch);
      case Effect.ShowCard _,
          Effect.ShowMoved _,
          Effect.IndexThread _,
          Effect.Hint _,
          Effect.HintIn _,
          Effect.TellDirectly _,
          Effect.ConfirmNote _,
          Effect.RetractFile _,
          Effect.RetractCall _,
          Effect.CallPerson _,
          Effect.OfferPromise _,
          Effect.Mail _,
          Effect.CallHook _,
          Effect.TellSite _,
          Effect.Count _,
          Effect.Publish _ ->
          outcomes.nothingToDo(batch, "not an effect of this lane");
    };
  }

  /// Where the thread is gone, a new card goes first. It jumps the queue, so that nothing that is
  /// owed ever changes its place.
  private Rest relay(DeskCalls calls, DeskBatch batch) {
    if (batch.seqs(task.messages()).isEmpty()) {
      return outcomes.nothingToDo(batch, "taken back before it was posted");
    }
    return inThread(calls, batch);
  }

  private Rest pass(DeskCalls calls, Effect.PassFile pass, DeskBatch batch) {
    if (pass.stay() != task.state().stay().number()) {
      return outcomes.nothingToDo(batch, "told where the conversation is no more");
    }
    if (task.messageWith(pass).isEmpty()) {
      return outcomes.nothingToDo(batch, "taken back before it was posted");
    }
    // A card that was deleted owes its files anew with the next one, also one that was still owed.
    return hasThread() && task.stands(pass)
        ? outcomes.nothingToDo(batch, "it stands there already")
        : inThread(calls, batch);
  }

  private Rest inThread(DeskCalls calls, DeskBatch batch) {
    return send(calls, hasThread() ? batch : DeskBatch.newCard());
  }

  /// Nobody is called when somebody has come meanwhile.
  private Rest call(DeskCalls calls, Effect.CallDesk call, DeskBatch batch) {
    boolean wanted =
        task.state().progress().calls().stream()
            .anyMatch(known -> known.desk().equals(call.desk()));
    return wanted ? inThread(calls, batch) : outcomes.nothingToDo(batch, "somebody has come");
  }

  private Rest send(DeskCalls calls, DeskBatch batch) {
    return sending(calls).first(batch);
  }

  /// Sealed and not settled: it may or may not have been sent. Look before repeating.
  private Rest resume(DeskCalls calls, SealedBatch sealed) {
    DeskBatch batch = DeskBatch.sealed(task.claimed().owed(), sealed);
    boolean threadIsGone = !batch.isCard() && !hasThread();
    if (sealed.tries() == 0 || threadIsGone) {
      // It is known that the platform did not take it.
      return begin(calls);
    }
    Delivery found = calls.lookUp(batch, sealed);
    return switch (found) {
      case Delivery.Absent _ -> repeat(calls, batch, sealed);
      case Delivery.CannotLook _ ->
          isTakenBack(batch) ? begin(calls) : sending(calls).blindly(batch, sealed);
      case Delivery.Refused(String why) -> outcomes.lookRefused(why);
      case Delivery.Done _, Delivery.Later _, Delivery.Unknown _, Delivery.ThreadGone _ ->
          outcomes.sent(batch, batch.seqs(), found);
    };
  }

  private Rest repeat(DeskCalls calls, DeskBatch batch, SealedBatch sealed) {
    Instant repeat = sealed.at().plus(REPEAT_AFTER);
    if (repeat.isAfter(clock.instant())) {
      return new Rest(true, repeat, Optional.empty());
    }
    return isTakenBack(batch) ? begin(calls) : sending(calls).again(batch, sealed);
  }

  private boolean isTakenBack(DeskBatch batch) {
    return batch.passed().isPresent()
        ? batch.passed().flatMap(task::messageWith).isEmpty()
        : !batch.seqs().isEmpty() && batch.seqs(task.messages()).isEmpty();
  }

  private DeskSending sending(DeskCalls calls) {
    return new DeskSending(task, calls, outbox, outcomes, clock);
  }

  /// A post that holds the message is written anew from the transcript; one that was never posted
  /// needs nothing, nor does one of an earlier desk: the thread that counts is this one.
  private Rest rewrite(DeskCalls calls, Effect.Rewrite rewrite, DeskBatch batch) {
    Optional<PostLink> link =
        posts
            .postHolding(task.state().id(), rewrite.seq())
            .filter(known -> known.desk().equals(task.desk()) && !task.isToBeTold(rewrite.seq()));
    return link.isPresent() && hasThread()
        ? outcomes.rewritten(batch, calls.rewrite(link.get()))
        : outcomes.nothingToDo(batch, "not posted");
  }

  private boolean hasThread() {
    return task.state().progress().thread().isPresent();
  }
}
