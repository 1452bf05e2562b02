package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.recognition.PromiseTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an activity of Teams tells, as far as it concerns us.
sealed interface TeamsHappening {
  /// What needs only to be acknowledged.
  sealed interface Telling extends TeamsHappening {}

  /// An invoke: it is answered at once, with a body.
  sealed interface Asking extends TeamsHappening {}

  /// Nothing that concerns us; `because` has no words of anybody's in it.
  record Nothing(String because) implements Telling {}

  /// A person did something in a thread of a desk.
  ///
  /// @param account who, as [TeamsPeople] is asked about them
  /// @param at when; [Instant#MAX] where Teams does not say, and then it is now
  record InThread(EventId id, DeskRef desk, ThreadRef thread, String account, Instant at, Act act)
      implements Telling {}

  /// A person did something under a call of ours in a channel, which is no visitor's thread.
  record UnderACall(EventId id, String channel, String root, String account, Instant at, Act act)
      implements Telling {}

  /// A person wrote to us: in a channel, or in their own chat with us.
  ///
  /// @param desk the channel's; empty in a personal chat, and in a channel that is no desk
  /// @param personal whether it was in a personal chat
  /// @param account who, as [TeamsPeople] is asked about them
  record Commanded(
      EventId id,
      Optional<DeskRef> desk,
      boolean personal,
      String conversation,
      String account,
      String words)
      implements Telling {
    @Override
    public String toString() {
      return "Commanded[" + id + "]";
    }
  }

  /// A person pressed a button of ours whose answer they wait for.
  record Pressed(InThread done) implements Asking {}

  /// A person wants to say by themselves how long they are away.
  record AsksHowLong(DeskRef desk, ThreadRef thread) implements Asking {}

  /// A person answered that, or what is no answer.
  record SaidHowLong(InThread done, boolean isATime) implements Asking {}

  /// An invoke that we do not know, or whose card is not ours.
  record UnknownInvoke(String because) implements TeamsHappening {}

  /// Something happened that ends or endangers our work, such as `channelDeleted`.
  ///
  /// @param where a channel's or a team's id
  record Trouble(String where, String what) implements Telling {}

  /// What endangered it is over.
  ///
  /// @param team set when we were installed into it, perhaps with other permissions than before
  record Mended(String where, Optional<String> team) implements Telling {}

  /// What a person did.
  sealed interface Act {
    /// Wrote a reply in the thread.
    ///
    /// @param pictures what hung on it and may be passed on
    /// @param withheld how many more files hung on it, which cannot be
    record Wrote(String post, String text, List<AttachedFiles.Picture> pictures, int withheld)
        implements Act {
      @Override
      public String toString() {
        return "Wrote[" + post + "]";
      }
    }

    /// Wrote a reply in the box on the card: nobody else in the thread has seen it.
    record Boxed(String invoke, String text) implements Act {
      @Override
      public String toString() {
        return "Boxed[" + invoke + "]";
      }
    }

    /// Changed a reply, or took back its deletion.
    record Edited(String post, String text) implements Act {
      @Override
      public String toString() {
        return "Edited[" + post + "]";
      }
    }

    /// Deleted a reply, perhaps somebody else's.
    record Deleted(String post) implements Act {}

    /// Pressed a button, or wrote a command, that needs nothing more.
    record Did(Deed deed) implements Act {}

    /// Said for how long, or until when, they are away.
    record Back(PromiseTime.Carried time) implements Act {}

    /// Handed the conversation to somebody.
    ///
    /// @param account whoever was picked or mentioned: perhaps no member
    record HandedOver(String account) implements Act {}

    /// Moved the conversation to another desk.
    ///
    /// @param desk its name, as somebody chose or wrote it: perhaps none
    record Moved(String desk) implements Act {}

    /// Wrote or chose what cannot be carried out, and is no word to the visitor either.
    record Misspelt(InboundWords.Word hint) implements Act {}
  }
}
