package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Erased;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Decision.Ignore;
import io.threadbridge.bridge.conversation.Decision.Move;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is answered alike in every state in which words are kept: changed and taken-back messages,
/// what was seen, and wishes about the visitor's own data.
final class Corrections {
  private Corrections() {}

  static Decision of(Started state, VisitorEvent.AnyTime event, Instant now) {
    return switch (event) {
      case VisitorEvent.Edited edited -> visitorEdited(state, edited);
      case VisitorEvent.Deleted deleted -> visitorDeleted(state, deleted);
      case VisitorEvent.Saw saw -> saw(state, saw);
      case VisitorEvent.AskedToErase _ -> Move.to(new Erased(state.id(), now));
      case VisitorEvent.StoppedMail _ -> stopped(state);
    };
  }

  static Decision of(Started state, StaffEvent.AnyTime event) {
    return switch (event) {
      case StaffEvent.Edited edited -> staffEdited(state, edited);
      case StaffEvent.Deleted deleted -> staffDeleted(state, deleted);
      case StaffEvent.InEarlierThread earlier -> Moving.inEarlierThread(state, earlier);
    };
  }

  private static Decision visitorEdited(Started state, VisitorEvent.Edited edited) {
    return edited
        .message()
        .filter(Corrections::isTheVisitors)
        .filter(message -> !message.text().equals(edited.text()))
        .<Decision>map(
            message ->
                rewrite(state, message, edited.text()).owe(new Effect.Rewrite(message.seq())))
        .orElseGet(() -> new Ignore("no message of the visitor's to change"));
  }

  private static Decision visitorDeleted(Started state, VisitorEvent.Deleted deleted) {
    return deleted
        .message()
        .filter(Corrections::isTheVisitors)
        .<Decision>map(message -> blank(state, message).owe(new Effect.Rewrite(message.seq())))
        .orElseGet(() -> new Ignore("no message of the visitor's to take back"));
  }

  private static boolean isTheVisitors(Message message) {
    return message.author() instanceof Author.OfVisitor && !message.deleted();
  }

  private static Decision saw(Started state, VisitorEvent.Saw saw) {
    Counts seen = state.progress().counts().seenTo(saw.seq());
    return seen.equals(state.progress().counts())
        ? new Ignore("seen already")
        : Move.to(state.with(state.progress().with(seen)));
  }

  private static Decision stopped(Started state) {
    Mailing mailing = state.progress().mailing();
    return mailing.stopped()
        ? new Ignore("no mail is sent already")
        : Move.to(state.with(state.progress().with(mailing.stop())));
  }

  private static Decision staffEdited(Started state, StaffEvent.Edited edited) {
    if (edited.message().isEmpty()) {
      Correction correction = new Correction(edited.post(), Optional.of(edited.text()));
      return Move.to(state.with(state.progress().remember(correction)));
    }
    Effect tooLong = Answers.hintAbout(edited.staff(), TextKey.HINT_TOO_LONG);
    return passedOn(state, edited, edited.message().get(), state.desk(), tooLong);
  }

  /// A staff post of `desk` was changed: the visitor's copy follows, unless it would let out a
  /// note.
  static Decision passedOn(
      Started state, StaffEvent.Edited edited, Message message, DeskRef desk, Effect tooLong) {
    Optional<String> words = InternalTalk.forTheVisitor(edited.text(), message.files());
    if (message.deleted()) {
      return new Ignore("the message was deleted");
    }
    if (words.isEmpty()) {
      return blank(state, message).owe(Effect.ConfirmNote.on(desk, edited.post(), edited.staff()));
    }
    if (Answers.tooLong(words.get())) {
      return Move.to(state).owe(tooLong);
    }
    return words.get().equals(message.text())
        ? new Ignore("the visitor's words are the same")
        : rewrite(state, message, words.get());
  }

  private static Decision staffDeleted(Started state, StaffEvent.Deleted deleted) {
    if (deleted.message().isEmpty()) {
      Correction correction = new Correction(deleted.post(), Optional.empty());
      return Move.to(state.with(state.progress().remember(correction)));
    }
    return takenBack(state, deleted.message().get());
  }

  /// A staff post was deleted: the visitor's copy goes with it.
  static Decision takenBack(Started state, Message message) {
    return message.deleted() ? new Ignore("deleted already") : blank(state, message);
  }

  private static Move rewrite(Started state, Message message, String words) {
    return Move.to(state.with(state.progress().oneMoreChange()))
        .change(new Change.Edit(message.seq(), words));
  }

  /// The files of a message go with it, wherever they stand.
  private static Move blank(Started state, Message message) {
    List<Effect> retracted =
        message.files().stream()
            .flatMap(file -> file.stands().stream())
            .<Effect>map(standing -> new Effect.RetractFile(standing.place(), standing.post()))
            .toList();
    return Move.to(state.with(state.progress().oneMoreChange()))
        .change(new Change.Delete(message.seq()))
        .owe(retracted);
  }
}
