package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.Optional;

/// What a member of staff did in the thread or with the card.
public sealed interface StaffEvent extends ConversationEvent {
  /// Who did it.
  Staff staff();

  /// Somebody wrote in the thread.
  ///
  /// @param text plain text, the platform's markup already taken away
  /// @param files how many files hung on the post
  record Wrote(Instant at, Staff staff, PostRef post, String text, int files, VisitorFacts facts)
      implements StaffEvent {
    @Override
    public String toString() {
      return "Wrote[" + post.value() + "]";
    }
  }

  /// Somebody changed a post; `message` is empty if it was never passed on, or is not known yet.
  record Edited(Instant at, Staff staff, PostRef post, Optional<Message> message, String text)
      implements StaffEvent {
    @Override
    public String toString() {
      return "Edited[" + post.value() + "]";
    }
  }

  /// Somebody deleted a post; `message` is empty as for an edit.
  record Deleted(Instant at, Staff staff, PostRef post, Optional<Message> message)
      implements StaffEvent {}

  /// Somebody takes the conversation, perhaps from somebody else (button, 👀, `!claim`).
  record Claimed(Instant at, Staff staff) implements StaffEvent {}

  /// Somebody closes the conversation (button, ✅, `!close`).
  record ClosedIt(Instant at, Staff staff) implements StaffEvent {}

  /// Somebody says that nothing is owed to the visitor (button, ✔): the turn goes back.
  record NothingOwed(Instant at, Staff staff) implements StaffEvent {}
}
