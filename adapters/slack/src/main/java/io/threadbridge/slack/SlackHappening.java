package io.threadbridge.slack;

import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.port.Card.Deed;
import java.time.Instant;

/// What an event of Slack's tells, as far as it concerns us.
sealed interface SlackHappening {
  /// Nothing that concerns us; `because` has no words of anybody's in it.
  record Nothing(String because) implements SlackHappening {}

  /// A post of ours came back to us; `batch` is empty if it carries none.
  record OwnPost(String batch, OwnPosts.Seen seen) implements SlackHappening {}

  /// A person did something in a thread.
  ///
  /// @param rootIsOurs whether the thread's root was written by us; unless Slack says otherwise
  /// @param foreign whether the event itself says that the person is of another firm
  record InThread(
      EventId id,
      String channel,
      String thread,
      boolean rootIsOurs,
      String user,
      boolean foreign,
      Instant at,
      Act act)
      implements SlackHappening {}

  /// A person set one of our reactions on a post; in which thread it stands the event does not say.
  record Reacted(EventId id, String channel, String post, String user, Instant at, Deed deed)
      implements SlackHappening {}

  /// What is known of a member is no longer true.
  record PersonChanged(String user) implements SlackHappening {}

  /// Something happened that ends or endangers our work, such as `channel_archive`.
  record Trouble(String channel, String what) implements SlackHappening {}

  /// What a person did.
  sealed interface Act {
    /// Wrote a reply.
    record Wrote(String ts, String text, int files) implements Act {
      @Override
      public String toString() {
        return "Wrote[" + ts + "]";
      }
    }

    /// Changed a reply.
    record Edited(String ts, String text) implements Act {
      @Override
      public String toString() {
        return "Edited[" + ts + "]";
      }
    }

    /// Deleted a reply; by whom Slack does not say, so the person is its author.
    record Deleted(String ts) implements Act {}

    /// Pressed a button, or wrote a command.
    record Did(Deed deed) implements Act {}
  }
}
