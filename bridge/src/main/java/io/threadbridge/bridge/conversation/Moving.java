package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Decision.Ignore;
import io.threadbridge.bridge.conversation.Decision.Move;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// A running conversation goes to another desk, perhaps of another platform, and back: PRODUCT 1.2.
/// It has one current thread; the new one begins with the whole transcript, and what is written in
/// an earlier one reaches nobody.
final class Moving {
  private Moving() {}

  /// The staff owe an answer, and now it is another desk's to give: the clock starts as for a first
  /// message, with the text about it as its sign of life.
  static Decision withAnAnswerOwed(
      Started state,
      StaffEvent.HandedOverToDesk handed,
      Instant since,
      Policy policy,
      Instant now) {
    return unlessItCannot(
        state,
        handed,
        () -> {
          Wait wait = WaitingRules.handedOverSince(since, policy, now);
          Progress progress = state.progress().oneMoreMessage().movedTo(to(handed));
          Waiting next = new Waiting(state.opening(), progress, wait);
          return Consequences.withoutCalls(moved(state, next), next);
        });
  }

  /// Nobody owes an answer here: what is open goes along as it is.
  static Decision asItIs(Started state, StaffEvent.HandedOverToDesk handed) {
    return unlessItCannot(
        state,
        handed,
        () -> moved(state, state.with(state.progress().oneMoreMessage().movedTo(to(handed)))));
  }

  private static DeskRef to(StaffEvent.HandedOverToDesk handed) {
    return handed.to().orElseThrow();
  }

  private static Decision unlessItCannot(
      Started state, StaffEvent.HandedOverToDesk handed, Supplier<Decision> move) {
    if (handed.to().isEmpty()) {
      return Move.to(state)
          .owe(
              new Effect.Hint(
                  handed.staff(), TextKey.HINT_NO_SUCH_DESK, Map.of("name", handed.name())));
    }
    return handed.to().get().equals(state.desk())
        ? new Ignore("it is at that desk already")
        : move.get();
  }

  /// The visitor is told once. What the old thread was still owed comes into the new one with the
  /// transcript: the first words on the card, the others behind it.
  private static Move moved(Started before, Started next) {
    List<Effect> retold =
        IntStream.rangeClosed(2, before.progress().lastSeq())
            .<Effect>mapToObj(seq -> new Effect.Retell(next.stay().number(), seq))
            .toList();
    Move move =
        Move.to(next)
            .say(Saying.ByBridge.of(TextKey.HANDED_OVER_TO_DESK, Map.of()))
            .owe(new Effect.OpenThread())
            .owe(retold);
    return before
        .progress()
        .thread()
        .map(thread -> move.owe(new Effect.ShowMoved(new Place(before.desk(), thread))))
        .orElse(move);
  }

  /// Corrections of what was passed on from there still follow; anything else reaches nobody, and
  /// whoever did it is told.
  static Decision inEarlierThread(Started state, StaffEvent.InEarlierThread earlier) {
    Place place = earlier.place();
    return switch (earlier.what()) {
      case StaffEvent.Edited edited -> edited(state, edited, place);
      case StaffEvent.Deleted deleted ->
          deleted
              .message()
              .map(message -> following(Corrections.takenBack(state, message), message))
              .orElseGet(() -> new Ignore("it was never passed on"));
      case StaffEvent.Wrote wrote ->
          wrote.isNote()
              ? Move.to(state).owe(Effect.ConfirmNote.on(place.desk(), wrote.post(), wrote.staff()))
              : told(state, place, wrote.staff());
      case StaffEvent.Claimed _,
          StaffEvent.TookIt _,
          StaffEvent.ClosedIt _,
          StaffEvent.NothingOwed _,
          StaffEvent.Promised _,
          StaffEvent.HandedOver _,
          StaffEvent.HandedOverToDesk _,
          StaffEvent.Asked _,
          StaffEvent.LeadDone _,
          StaffEvent.InEarlierThread _ ->
          told(state, place, earlier.staff());
    };
  }

  private static Decision edited(Started state, StaffEvent.Edited edited, Place place) {
    Effect tooLong = new Effect.HintIn(place, edited.staff(), TextKey.HINT_TOO_LONG);
    Optional<Message> message = edited.message();
    return message.isEmpty()
        ? new Ignore("it was never passed on")
        : following(
            Corrections.passedOn(state, edited, message.get(), place.desk(), tooLong),
            message.get());
  }

  /// The transcript in the current thread follows as well.
  private static Decision following(Decision decision, Message message) {
    return decision instanceof Move move && !move.changed().isEmpty()
        ? move.owe(new Effect.Rewrite(message.seq()))
        : decision;
  }

  private static Move told(Started state, Place place, Staff to) {
    return Move.to(state).owe(new Effect.HintIn(place, to, TextKey.HINT_MOVED));
  }
}
