package io.threadbridge.bridge.application;

import io.threadbridge.bridge.application.DeskStep.Rest;
import io.threadbridge.bridge.conversation.ConversationEvent;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.OutcomeEvent;
import io.threadbridge.bridge.conversation.Place;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Stay;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.SealedBatch;
import io.threadbridge.bridge.port.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What came of one [DeskTask]: saved where it is certain, and otherwise when to try again.
record DeskOutcomes(
    DeskTask task, ConversationHandler handler, DecisionObserver observer, InstantSource clock) {
  private static final Duration NO_PLATFORM_PAUSE = Duration.ofSeconds(30);
  private static final Duration REFUSED_CARD_PAUSE = Duration.ofMinutes(1);

  /// A look-up that the platform refuses is tried again after this: only a look can tell whether
  /// the post was done.
  private static final Duration REFUSED_LOOK_AFTER = Duration.ofSeconds(30);

  /// @param seqs the messages that stand in the post if it was done
  Rest sent(DeskBatch batch, List<Integer> seqs, Delivery delivery) {
    return switch (delivery) {
      case Delivery.Done done -> done(batch, seqs, done.post());
      case Delivery.Later later -> later(later);
      case Delivery.Unknown unknown -> {
        observer.unknownOutcome(task.state().id(), Lane.DESK, unknown.why());
        yield later(DeskErrand.LOOK_AFTER);
      }
      case Delivery.Absent _, Delivery.CannotLook _ -> later(DeskErrand.LOOK_AFTER);
      case Delivery.Refused refused -> refused(batch, refused.why());
      case Delivery.ThreadGone _ -> lost();
    };
  }

  private Rest done(DeskBatch batch, List<Integer> seqs, PostRef post) {
    observer.deskWorks(task.desk().value());
    Stay stay = task.state().stay();
    if (batch.passed().isPresent()) {
      return filePosted(batch, batch.passed().get(), post);
    }
    return batch.isRoot()
        ? doneAsRoot(batch, stay, post)
        : settle(batch, "done", new OutcomeEvent.Posted(now(), stay, post, seqs, task.files(seqs)));
  }

  /// The message may have been taken back meanwhile: it is read again with the outcome.
  private Rest filePosted(DeskBatch batch, Effect.PassFile pass, PostRef post) {
    Place place = new Place(task.desk(), task.thread());
    return settle(
        batch.ids(),
        "desk:" + batch.head().id() + ":done",
        new About.Seq(pass.seq()),
        loaded -> new OutcomeEvent.FilePosted(now(), place, post, pass.file(), loaded.about()));
  }

  /// A card or a call stands in the channel.
  Rest doneAsRoot(DeskBatch batch, Stay stay, PostRef post) {
    return batch.isCard()
        ? settle(
            batch.ids(),
            "desk:" + stay.desk().value() + ":" + post.value() + ":opened",
            new OutcomeEvent.ThreadOpened(
                now(), stay, new ThreadRef(post.value()), post, 1, task.files(List.of(1))))
        : settle(
            batch,
            "done",
            new OutcomeEvent.Called(now(), ((Effect.CallDesk) batch.head().effect()).desk(), post));
  }

  /// What was sealed for an earlier stay is not sent any more.
  Rest leftBehind(DeskBatch batch, SealedBatch sealed, String why) {
    return settle(
        batch.ids(), "desk:" + sealed.id() + ":left", new OutcomeEvent.Settled(now(), why));
  }

  /// A card is never given up: without it nothing of the conversation can be seen.
  private Rest refused(DeskBatch batch, String why) {
    observer.refused(task.state().id(), Lane.DESK, why);
    if (batch.isCard()) {
      observer.deskNeedsMending(task.desk().value(), why, "see the platform's answer");
      return later(REFUSED_CARD_PAUSE);
    }
    return settle(batch, "refused", new OutcomeEvent.Refused(now(), missing(batch), why));
  }

  private List<Integer> missing(DeskBatch batch) {
    return batch
        .passed()
        .map(pass -> List.of(pass.seq()))
        .orElseGet(() -> batch.seqs(task.messages()));
  }

  /// Nothing is settled: what the lane owes keeps its place, and the next step finds no thread and
  /// opens one.
  private Rest lost() {
    String gone = task.state().progress().thread().map(ThreadRef::value).orElse("none");
    Stay stay = task.state().stay();
    String id = "desk:" + stay.desk().value() + ":" + gone + ":lost";
    return settle(List.of(), id, new OutcomeEvent.ThreadLost(now(), stay));
  }

  /// What came of writing a post anew. To write it twice is harmless, so nothing is looked up.
  Rest rewritten(DeskBatch batch, Delivery delivery) {
    return switch (delivery) {
      case Delivery.Later later -> later(later);
      case Delivery.Unknown _ -> later(DeskErrand.LOOK_AFTER);
      case Delivery.Done _ -> settle(batch, "done", new OutcomeEvent.Settled(now(), ""));
      case Delivery.Refused refused ->
          settle(batch, "refused", new OutcomeEvent.Settled(now(), refused.why()));
      case Delivery.Absent _, Delivery.CannotLook _, Delivery.ThreadGone _ ->
          settle(batch, "refused", new OutcomeEvent.Settled(now(), "the post is gone"));
    };
  }

  /// There is nothing to do, for this reason.
  Rest nothingToDo(DeskBatch batch, String why) {
    return settle(batch, "settled", new OutcomeEvent.Settled(now(), why));
  }

  /// It was sent twice, and nobody can tell whether either post stands. It is not sent a third
  /// time, and the staff are told that something may be missing.
  Rest neverKnown(DeskBatch batch) {
    return refused(batch, "sent twice, and the platform has never said whether it stands");
  }

  Rest noPlatform() {
    String desk = task.desk().value();
    observer.deskNeedsMending(desk, "no such platform", "configure it or name a desk");
    return later(NO_PLATFORM_PAUSE);
  }

  Rest lookRefused(String why) {
    observer.deskNeedsMending(task.desk().value(), why, "our own posts cannot be looked up");
    return later(REFUSED_LOOK_AFTER);
  }

  private Rest later(Delivery.Later later) {
    Instant until = now().plus(later.after());
    if (later.mend().isEmpty()) {
      return new Rest(true, until, Optional.of(until));
    }
    observer.deskNeedsMending(task.desk().value(), later.why(), later.mend());
    return new Rest(true, until, Optional.empty());
  }

  private Rest later(Duration after) {
    return new Rest(true, now().plus(after), Optional.empty());
  }

  private Rest settle(DeskBatch batch, String outcome, OutcomeEvent event) {
    return settle(batch.ids(), "desk:" + batch.head().id() + ":" + outcome, event);
  }

  private Rest settle(List<String> effects, String id, OutcomeEvent event) {
    return settle(effects, id, new About.Nothing(), _ -> event);
  }

  private Rest settle(
      List<String> effects, String id, About about, Function<Loaded, ConversationEvent> event) {
    Settlement settlement = new Settlement(Lane.DESK, task.claimed().lease(), effects);
    Handled _ =
        handler.handle(task.state().id(), new EventId(id), about, event, Optional.of(settlement));
    boolean more = !task.claimed().owed().stream().map(OwedEffect::id).allMatch(effects::contains);
    return new Rest(more, now(), Optional.empty());
  }

  private Instant now() {
    return clock.instant();
  }
}
