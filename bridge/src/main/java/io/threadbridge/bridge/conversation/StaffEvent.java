package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a member of staff did in the thread or with the card.
public sealed interface StaffEvent extends ConversationEvent {
  /// What is answered alike in every state in which words are kept.
  sealed interface AnyTime extends StaffEvent {}

  /// Who did it.
  Staff staff();

  /// Somebody wrote in the thread.
  ///
  /// @param text plain text, the platform's markup already taken away; empty if only files were
  ///     posted
  /// @param files what hung on the post and can be passed on
  /// @param withheld how many more files hung on it, which cannot be
  record Wrote(
      Instant at,
      Staff staff,
      PostRef post,
      String text,
      List<SharedFile> files,
      int withheld,
      VisitorFacts facts)
      implements StaffEvent {
    /// A post without files that could be passed on.
    public Wrote(
        Instant at, Staff staff, PostRef post, String text, int withheld, VisitorFacts facts) {
      this(at, staff, post, text, List.of(), withheld, facts);
    }

    /// Whether it is for the staff alone: a note, and not merely a post without words.
    boolean isNote() {
      return !text.isBlank() && InternalTalk.forTheVisitor(text, files).isEmpty();
    }

    @Override
    public String toString() {
      return "Wrote[" + post.value() + "]";
    }
  }

  /// Somebody changed a post; `message` is empty if it was never passed on, or is not known yet.
  record Edited(Instant at, Staff staff, PostRef post, Optional<Message> message, String text)
      implements AnyTime {
    @Override
    public String toString() {
      return "Edited[" + post.value() + "]";
    }
  }

  /// Somebody deleted a post; `message` is empty as for an edit.
  record Deleted(Instant at, Staff staff, PostRef post, Optional<Message> message)
      implements AnyTime {}

  /// Somebody takes the conversation, perhaps from somebody else (button, 👀, `!claim`).
  record Claimed(Instant at, Staff staff) implements StaffEvent {}

  /// Somebody who was told directly takes it; who comes second is told who was first.
  record TookIt(Instant at, Staff staff) implements StaffEvent {}

  /// Somebody closes the conversation (button, ✅, `!close`).
  record ClosedIt(Instant at, Staff staff) implements StaffEvent {}

  /// Somebody says that nothing is owed to the visitor (button, ✔): the turn goes back.
  record NothingOwed(Instant at, Staff staff) implements StaffEvent {}

  /// Somebody promises to be back by `until` (button *Back in …*), at most
  /// [Policy#PROMISE_MAX] away.
  record Promised(Instant at, Staff staff, Instant until) implements StaffEvent {}

  /// Somebody hands the conversation to another person.
  record HandedOver(Instant at, Staff staff, Staff to) implements StaffEvent {}

  /// Somebody hands the conversation to another desk (menu, `!move`).
  ///
  /// @param name what the desk was called
  /// @param to that desk; empty if the site has none of this name
  record HandedOverToDesk(Instant at, Staff staff, String name, Optional<DeskRef> to)
      implements StaffEvent {
    /// As the platform tells it: which desk that is, the door knows.
    public HandedOverToDesk(Instant at, Staff staff, String name) {
      this(at, staff, name, Optional.empty());
    }
  }

  /// Somebody did something in a thread that the conversation has left: it reaches nobody, and who
  /// did it is told where the conversation is.
  record InEarlierThread(Place place, StaffEvent what) implements AnyTime {
    @Override
    public Instant at() {
      return what.at();
    }

    @Override
    public Staff staff() {
      return what.staff();
    }
  }

  /// What somebody did in a thread, as the conversation must take it: from its current thread as it
  /// is, from any other as something [InEarlierThread]. As long as the desk to which it was handed
  /// over has no card of it, it can still be handed to another desk, or taken back, from there.
  static StaffEvent from(Conversation conversation, Place place, StaffEvent what) {
    return conversation instanceof Conversation.Started started
            && started.progress().isEarlier(place)
            && !(what instanceof HandedOverToDesk && started.progress().thread().isEmpty())
        ? new InEarlierThread(place, what)
        : what;
  }

  /// Somebody says a ready text in their own name, by a button that shows it.
  record Asked(Instant at, Staff staff, Question question) implements StaffEvent {}

  /// Somebody ticks the lead off: the visitor has had the answer another way.
  record LeadDone(Instant at, Staff staff) implements StaffEvent {}

  /// A question that one tap asks.
  enum Question {
    /// What the visitor would like, after a garbled opener.
    CLARIFY,
    /// How the visitor can be reached.
    CONTACT
  }
}
