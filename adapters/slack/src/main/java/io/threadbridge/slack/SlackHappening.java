package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.Card.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an event of Slack's tells, as far as it concerns us.
sealed interface SlackHappening {
  /// What needs only to be acknowledged.
  sealed interface Telling extends SlackHappening {}

  /// What is answered with the acknowledgement, and never comes again.
  sealed interface Asking extends SlackHappening {}

  /// Nothing that concerns us; `because` has no words of anybody's in it.
  record Nothing(String because) implements Telling {}

  /// A post of ours came back to us; `batch` is empty if it carries none, `about` unless it is a
  /// call or an announcement.
  record OwnPost(String batch, OwnPosts.Seen seen, Optional<String> about) implements Telling {}

  /// A person did something in a thread.
  ///
  /// @param rootIsOurs whether the thread's root was written by us; unless Slack says otherwise
  /// @param foreign whether the event itself says that the person is of another firm
  /// @param at when; [Instant#MAX] where Slack does not say, and then it is now
  record InThread(
      EventId id,
      String channel,
      String thread,
      boolean rootIsOurs,
      String user,
      boolean foreign,
      Instant at,
      Act act)
      implements Telling {}

  /// A person set one of our reactions on a post; in which thread it stands the event does not say.
  record Reacted(EventId id, String channel, String post, String user, Instant at, Deed deed)
      implements Telling {}

  /// A person pressed a button that has done its work then: the post that it stands on is written
  /// anew or goes away.
  ///
  /// @param responseUrl where Slack takes that
  /// @param text what stays of the post for a notification
  /// @param blocks what stays of the post; empty: nothing
  record PressedOnce(InThread done, String responseUrl, String text, List<JsonObject> blocks)
      implements Telling {}

  /// A person wants to say by themselves how long they are away.
  ///
  /// @param trigger good for one modal within 3 s
  record AsksHowLong(ButtonValue.Place thread, String user, String trigger) implements Telling {}

  /// A person said how long they are away, but it is no time.
  record MisreadHowLong(ButtonValue.Place thread) implements Asking {}

  /// A person said in a modal how long they are away.
  record SaidHowLong(InThread act) implements Asking {}

  /// A person wrote `/chat`.
  record Commanded(String channel, String user, boolean foreign, String words) implements Asking {}

  /// A person looks at the app's home.
  record HomeOpened(String user) implements Telling {}

  /// What is known of a member is no longer true.
  record PersonChanged(String user) implements Telling {}

  /// Something happened that ends or endangers our work, such as `channel_archive`.
  record Trouble(String channel, String what) implements Telling {}

  /// What a person did.
  sealed interface Act {
    /// Wrote a reply.
    ///
    /// @param withheld how many more files hang on it that cannot be passed on
    record Wrote(String ts, String text, List<SharedFile> files, int withheld) implements Act {
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

    /// Pressed a button, or wrote a command, that needs nothing more.
    record Did(Deed deed) implements Act {}

    /// Said for how long they are away.
    record BackIn(Duration length) implements Act {}

    /// Said until when they are away.
    record BackAt(Instant until) implements Act {}

    /// Handed the conversation to somebody.
    ///
    /// @param user whoever was picked: perhaps no member
    record HandedOver(String user) implements Act {}

    /// Handed the conversation to another desk.
    ///
    /// @param desk the name that was chosen or written: perhaps of no desk
    record Moved(String desk) implements Act {}

    /// Wrote a command of ours that cannot be carried out, and is no word to the visitor either.
    record Misspelt(SlackWords.Word hint) implements Act {}
  }
}
