package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Ending;
import io.threadbridge.bridge.conversation.Conversation.Erased;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Decision.Ignore;
import io.threadbridge.bridge.conversation.Decision.Move;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happens alike in every state in which words are kept: corrections, outcomes, closing, and a
/// staff member's words.
final class CommonRules {
  private final Policy policy;

  CommonRules(Policy policy) {
    this.policy = policy;
  }

  /// A person of the firm wrote. A note stays inside; anything else passes the turn to the visitor,
  /// and whoever answers
  /// without a claim has claimed.
  Decision staffWrote(Started state, StaffEvent.Wrote wrote, Instant now) {
    Optional<Correction> correction = state.progress().correctionOf(wrote.post());
    if (correction.isPresent() && correction.get().text().isEmpty()) {
      return Move.to(state.with(state.progress().forget(wrote.post())));
    }
    String text = correction.flatMap(Correction::text).orElseGet(wrote::text);
    Optional<String> words = InternalTalk.wordsForTheVisitor(text).filter(kept -> !kept.isEmpty());
    if (words.isEmpty()) {
      return text.isBlank() ? withoutWords(state, wrote) : note(state, wrote.post());
    }
    if (tooLong(words.get())) {
      return hint(state, wrote.staff(), TextKey.HINT_TOO_LONG);
    }
    Move move = answer(state, wrote, words.get(), now);
    move = InternalTalk.isIn(text) ? move.owe(new Effect.ConfirmNote(wrote.post())) : move;
    return wrote.files() > 0
        ? move.owe(hintAbout(wrote.staff(), TextKey.HINT_FILES_NOT_PASSED_ON))
        : move;
  }

  private Move answer(Started state, StaffEvent.Wrote wrote, String words, Instant now) {
    Progress progress = state.progress().forget(wrote.post()).oneMoreMessage().answeredNow();
    boolean claims = progress.claim().isEmpty();
    progress = claims ? progress.claimedBy(wrote.staff(), now) : progress;
    Started next = new Answered(state.opening(), progress, Silence.begin(now, policy));
    Move move =
        Move.to(next)
            .say(new Saying.ByStaff(wrote.staff(), wrote.post(), words))
            .link(new PostLink(wrote.post(), List.of(progress.lastSeq())));
    return claims || !(state instanceof Answered) ? move.owe(new Effect.ShowCard()) : move;
  }

  private static Decision withoutWords(Started state, StaffEvent.Wrote wrote) {
    return wrote.files() > 0
        ? hint(state, wrote.staff(), TextKey.HINT_FILES_NOT_PASSED_ON)
        : new Ignore("an empty post");
  }

  private static Move note(Started state, PostRef post) {
    return Move.to(state.with(state.progress().forget(post))).owe(new Effect.ConfirmNote(post));
  }

  /// A hint that only this person sees; the conversation itself stays as it is.
  static Move hint(Started state, Staff to, TextKey key) {
    return Move.to(state).owe(hintAbout(to, key));
  }

  private static Effect hintAbout(Staff to, TextKey key) {
    return new Effect.Hint(to, key, Map.of());
  }

  /// The visitor wrote after an answer: thanks, *nothing else* or a farewell begins the quiet
  /// ending, anything else is the staff's
  /// turn.
  Decision visitorWroteAfterAnAnswer(Started state, VisitorEvent.Wrote wrote, Instant now) {
    Progress progress = state.progress().oneMoreMessage();
    Started next =
        ClosingWords.in(wrote.text())
            .filter(_ -> progress.answered())
            .<Started>map(
                kind -> new Ending(state.opening(), progress, QuietEnding.begin(kind, now, policy)))
            .orElseGet(
                () -> new Waiting(state.opening(), progress, waitAfterAnAnswer(progress, now)));
    return Move.to(next)
        .say(new Saying.ByVisitor(wrote.sayId(), wrote.text()))
        .owe(new Effect.Relay(progress.lastSeq()))
        .owe(new Effect.ShowCard());
  }

  private Wait waitAfterAnAnswer(Progress progress, Instant now) {
    boolean first = progress.claim().isEmpty() && !progress.answered();
    return Wait.begin(now, first ? StaffClock.Column.FIRST : StaffClock.Column.LATER, policy);
  }

  /// Somebody takes the conversation over while the visitor has the next word.
  static Decision claimedInTheVisitorsTurn(Started state, Staff staff, Instant now) {
    return state.progress().claim().filter(claim -> claim.by().id().equals(staff.id())).isPresent()
        ? new Ignore("claimed already by the same person")
        : Move.to(state.with(state.progress().claimedBy(staff, now))).owe(new Effect.ShowCard());
  }

  /// A staff post was changed: the visitor's copy follows, unless it would let out a note.
  Decision staffEdited(Started state, StaffEvent.Edited edited) {
    if (edited.message().isEmpty()) {
      Correction correction = new Correction(edited.post(), Optional.of(edited.text()));
      return Move.to(state.with(state.progress().remember(correction)));
    }
    Message message = edited.message().get();
    Optional<String> words =
        InternalTalk.wordsForTheVisitor(edited.text()).filter(kept -> !kept.isEmpty());
    if (message.deleted()) {
      return new Ignore("the message was deleted");
    }
    if (words.isEmpty()) {
      return blank(state, message).owe(new Effect.ConfirmNote(edited.post()));
    }
    if (tooLong(words.get())) {
      return hint(state, edited.staff(), TextKey.HINT_TOO_LONG);
    }
    if (words.get().equals(message.text())) {
      return new Ignore("the visitor's words are the same");
    }
    return rewrite(state, message, words.get());
  }

  Decision staffDeleted(Started state, StaffEvent.Deleted deleted) {
    if (deleted.message().isEmpty()) {
      Correction correction = new Correction(deleted.post(), Optional.empty());
      return Move.to(state.with(state.progress().remember(correction)));
    }
    Message message = deleted.message().get();
    return message.deleted() ? new Ignore("deleted already") : blank(state, message);
  }

  /// The visitor changed one of their own messages: the post in the thread follows.
  Decision visitorEdited(Started state, VisitorEvent.Edited edited) {
    return edited
        .message()
        .filter(CommonRules::isTheVisitors)
        .filter(message -> !message.text().equals(edited.text()))
        .<Decision>map(
            message ->
                rewrite(state, message, edited.text()).owe(new Effect.Rewrite(message.seq())))
        .orElseGet(() -> new Ignore("no message of the visitor's to change"));
  }

  Decision visitorDeleted(Started state, VisitorEvent.Deleted deleted) {
    return deleted
        .message()
        .filter(CommonRules::isTheVisitors)
        .<Decision>map(message -> blank(state, message).owe(new Effect.Rewrite(message.seq())))
        .orElseGet(() -> new Ignore("no message of the visitor's to take back"));
  }

  private static boolean isTheVisitors(Message message) {
    return message.author() instanceof Author.OfVisitor && !message.deleted();
  }

  private static Move rewrite(Started state, Message message, String words) {
    return Move.to(state.with(state.progress().oneMoreChange()))
        .change(new Change.Edit(message.seq(), words));
  }

  private static Move blank(Started state, Message message) {
    return Move.to(state.with(state.progress().oneMoreChange()))
        .change(new Change.Delete(message.seq()));
  }

  static Decision saw(Started state, VisitorEvent.Saw saw) {
    Progress seen = state.progress().seenTo(saw.seq());
    return seen.seen() == state.progress().seen()
        ? new Ignore("seen already")
        : Move.to(state.with(seen));
  }

  static Decision erase(Started state, Instant now) {
    return Move.to(new Erased(state.id(), now));
  }

  /// The end; the card says so, and who had it is remembered for a reopening.
  static Move close(Started state, CloseReason reason, Instant now) {
    Progress progress = state.progress().unclaimed();
    return Move.to(new Closed(state.opening(), progress, now, reason)).owe(new Effect.ShowCard());
  }

  /// What became of an effect changes what is known, never whose turn it is.
  Decision outcome(Started state, OutcomeEvent event) {
    Progress progress = state.progress();
    return switch (event) {
      case OutcomeEvent.ThreadOpened opened ->
          Move.to(
                  state.with(
                      progress.withThread(Optional.of(opened.thread())).deliveredTo(opened.seq())))
              .link(new PostLink(opened.card(), List.of(opened.seq())))
              .owe(new Effect.IndexThread(state.opening().desk(), opened.thread()));
      case OutcomeEvent.Posted posted -> posted(state, posted);
      case OutcomeEvent.Refused _ -> Move.to(state);
      case OutcomeEvent.ThreadLost lost -> threadLost(state, lost);
      case OutcomeEvent.Settled _ -> Move.to(state);
    };
  }

  private static Decision posted(Started state, OutcomeEvent.Posted posted) {
    int last = posted.seqs().stream().mapToInt(Integer::intValue).max().orElse(0);
    return Move.to(state.with(state.progress().deliveredTo(last)))
        .link(new PostLink(posted.post(), posted.seqs()));
  }

  /// A new card, and then what was owed in the old thread; a second report of the same loss only
  /// queues its effects again.
  private static Decision threadLost(Started state, OutcomeEvent.ThreadLost lost) {
    boolean known = state.progress().thread().isEmpty();
    Move move = Move.to(state.with(state.progress().withThread(Optional.empty())));
    return (known ? move : move.owe(new Effect.OpenThread())).owe(lost.owed());
  }

  private static boolean tooLong(String text) {
    return text.codePointCount(0, text.length()) > Policy.TEXT_MAX;
  }
}
