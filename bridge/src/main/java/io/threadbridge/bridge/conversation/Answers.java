package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Decision.Ignore;
import io.threadbridge.bridge.conversation.Decision.Move;
import io.threadbridge.bridge.recognition.BackIn;
import io.threadbridge.bridge.recognition.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people of the firm say to the visitor: in the thread, or by a button that shows the words.
/// Whoever answers without a claim has claimed.
final class Answers {
  private final Policy policy;

  Answers(Policy policy) {
    this.policy = policy;
  }

  /// A person of the firm wrote. A note stays inside; anything else passes the turn to the visitor.
  Decision wrote(Started state, StaffEvent.Wrote wrote, Instant now) {
    Optional<Correction> correction = state.progress().correctionOf(wrote.post());
    if (correction.isPresent() && correction.get().text().isEmpty()) {
      return Move.to(state.with(state.progress().forget(wrote.post())));
    }
    String text = correction.flatMap(Correction::text).orElseGet(wrote::text);
    Optional<String> words = InternalTalk.forTheVisitor(text, wrote.files());
    if (words.isEmpty()) {
      return text.isBlank() ? withoutWords(state, wrote) : note(state, wrote);
    }
    if (tooLong(words.get())) {
      return hint(state, wrote.staff(), TextKey.HINT_TOO_LONG);
    }
    Move move = relayed(state, wrote, words.get(), now);
    move =
        InternalTalk.isIn(text)
            ? move.owe(Effect.ConfirmNote.on(state.desk(), wrote.post(), wrote.staff()))
            : move;
    return wrote.withheld() > 0
        ? move.owe(hintAbout(wrote.staff(), TextKey.HINT_FILES_NOT_PASSED_ON))
        : move;
  }

  private Move relayed(Started state, StaffEvent.Wrote wrote, String words, Instant now) {
    Optional<Duration> back =
        Words.standard().promise(words, now, policy.zone()).map(BackIn::length);
    Progress progress = answered(state.progress().forget(wrote.post()), wrote.staff(), now);
    Move move =
        Move.to(afterAnAnswer(state, progress, back, now))
            .say(new Saying.ByStaff(wrote.staff(), wrote.post(), words, wrote.files()))
            .link(new PostLink(state.desk(), wrote.post(), List.of(progress.lastSeq())));
    move = showsAnotherCard(state, progress) ? move.owe(new Effect.ShowCard()) : move;
    return back.map(now::plus)
        .map(until -> new Effect.OfferPromise(wrote.staff(), until))
        .map(move::owe)
        .orElse(move);
  }

  /// A promise is kept by any later message that is not itself one.
  private Started afterAnAnswer(
      Started state, Progress progress, Optional<Duration> back, Instant now) {
    if (state instanceof Promised promised && back.isPresent()) {
      return promised.with(progress);
    }
    Silence silence = Silence.begin(now, policy);
    return new Answered(
        state.opening(),
        progress,
        back.map(length -> silence.promised(now.plus(length), policy)).orElse(silence));
  }

  private static boolean showsAnotherCard(Started before, Progress after) {
    return !(before instanceof Answered answered)
        || answered.silence().goneTold()
        || !before.progress().claim().equals(after.claim());
  }

  /// A ready text in a person's own name.
  Move byButton(Started state, Staff staff, Phrase phrase, Instant now) {
    Progress progress = answered(state.progress(), staff, now);
    return Move.to(new Answered(state.opening(), progress, Silence.begin(now, policy)))
        .say(new Saying.ByButton(staff, phrase))
        .owe(new Effect.ShowCard())
        .owe(new Effect.Notice(TextKey.NOTICE_SAID, Map.of("name", staff.name())));
  }

  Decision asked(Started state, StaffEvent.Asked asked, Instant now) {
    TextKey key =
        switch (asked.question()) {
          case CLARIFY -> TextKey.ASK_CLARIFY;
          case CONTACT -> TextKey.ASK_CONTACT;
        };
    return byButton(state, asked.staff(), Phrase.of(key), now);
  }

  /// *Hi Andriy, I'm Anna. Happy to help.*
  Move greeting(Started state, Staff staff, Instant now) {
    Map<String, Object> nameless = Map.of("name", staff.name());
    Phrase phrase =
        state
            .opening()
            .visitor()
            .name()
            .map(
                visitor ->
                    new Phrase(
                        TextKey.GREETING_BY_NAME, Map.of("name", staff.name(), "visitor", visitor)))
            .orElseGet(() -> new Phrase(TextKey.GREETING, nameless));
    return byButton(state, staff, phrase, now);
  }

  private Progress answered(Progress before, Staff staff, Instant now) {
    Progress progress =
        before.with(before.counts().staffMessage(now)).with(before.verdict().answeredNow());
    Mailing mailing = progress.mailing();
    if (mailing.dueAt().isEmpty()) {
      mailing = mailing.due(now, policy.mailAfter(), policy.mailEvery());
    }
    progress = progress.with(mailing);
    return progress.claim().isEmpty() ? progress.claimedBy(staff, now) : progress;
  }

  /// *Back in …*: the visitor is told by name; a newer promise replaces an older one.
  Decision promised(Started state, StaffEvent.Promised promised, Instant since, Instant now) {
    Instant latest = now.plus(Policy.PROMISE_MAX);
    if (!promised.until().isAfter(now) || promised.until().isAfter(latest)) {
      return new Ignore("no moment that can be promised");
    }
    Progress progress = state.progress().oneMoreMessage();
    progress = progress.claim().isEmpty() ? progress.claimedBy(promised.staff(), now) : progress;
    Promise promise = Promise.of(promised.staff(), since, promised.until(), policy);
    return Move.to(new Promised(state.opening(), progress, promise))
        .say(Saying.ByBridge.of(TextKey.PROMISED, named(promise)))
        .owe(new Effect.ShowCard());
  }

  static Map<String, Object> named(Promise promise) {
    return Map.of("name", promise.owner().name(), "time", promise.until());
  }

  private static Decision withoutWords(Started state, StaffEvent.Wrote wrote) {
    return wrote.withheld() > 0
        ? hint(state, wrote.staff(), TextKey.HINT_FILES_NOT_PASSED_ON)
        : new Ignore("an empty post");
  }

  private static Move note(Started state, StaffEvent.Wrote wrote) {
    return Move.to(state.with(state.progress().forget(wrote.post())))
        .owe(Effect.ConfirmNote.on(state.desk(), wrote.post(), wrote.staff()));
  }

  /// A hint that only this person sees; the conversation itself stays as it is.
  static Move hint(Started state, Staff to, TextKey key) {
    return Move.to(state).owe(hintAbout(to, key));
  }

  static Effect hintAbout(Staff to, TextKey key) {
    return new Effect.Hint(to, key, Map.of());
  }

  static boolean tooLong(String text) {
    return text.codePointCount(0, text.length()) > Policy.TEXT_MAX;
  }
}
