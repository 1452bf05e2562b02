package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.figures.Noted;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What must be done in the world because of a decision. Saved with the decision, carried out
/// afterwards, repeated until its outcome is known. Effects name messages by number: their words
/// are read when they are sent, so an edit of an owed message needs no effect of its own. A text to
/// the visitor is no effect but an entry of the transcript.
public sealed interface Effect {
  /// The lane in which it queues.
  Lane lane();

  /// Post the card with the visitor's first words; its post becomes the thread's root.
  record OpenThread() implements Effect {
    @Override
    public Lane lane() {
      return Lane.DESK;
    }
  }

  /// Post message `seq` of the visitor in the thread; waiting ones may share a post.
  record Relay(int seq) implements Effect {
    @Override
    public Lane lane() {
      return Lane.DESK;
    }
  }

  /// Tell message `seq`, whoever wrote it, in the thread to which the conversation has moved; those
  /// of one stay share posts. Of a stay that is over nothing is told.
  ///
  /// @param stay the number of the stay
  record Retell(int stay, int seq) implements Effect {
    @Override
    public Lane lane() {
      return Lane.DESK;
    }
  }

  /// Post a file of message `seq` in the thread, behind the post that holds its words. Of a stay
  /// that is over nothing is posted.
  ///
  /// @param stay the number of the stay
  record PassFile(int stay, int seq, String file) implements Effect {
    @Override
    public Lane lane() {
      return Lane.DESK;
    }
  }

  /// Take a post with a file of the visitor's back: they have taken the message back.
  record RetractFile(Place place, PostRef post) implements Effect {
    @Override
    public Lane lane() {
      return Lane.DIRECT;
    }
  }

  /// Write the post that holds message `seq` anew from the transcript. In the posts' lane, so that
  /// the post exists by then.
  record Rewrite(int seq) implements Effect {
    @Override
    public Lane lane() {
      return Lane.DESK;
    }
  }

  /// Make the card show the state as it is by then.
  record ShowCard() implements Effect {
    @Override
    public Lane lane() {
      return Lane.CARD;
    }
  }

  /// Make the card of a thread that the conversation has left say where it is by then.
  record ShowMoved(Place place) implements Effect {
    @Override
    public Lane lane() {
      return Lane.CARD;
    }
  }

  /// Let replies in this thread find the conversation, and hand in those that came too early.
  record IndexThread(DeskRef desk, ThreadRef thread) implements Effect {
    @Override
    public Lane lane() {
      return Lane.LOOKUP;
    }
  }

  /// Show a text in the thread that only this person sees.
  record Hint(Staff to, TextKey key, Map<String, Object> arguments) implements Effect {
    @Override
    public Lane lane() {
      return Lane.DIRECT;
    }
  }

  /// Show a text in a thread that the conversation has left, which only this person sees; what it
  /// says of where the conversation is, is what is known by then.
  record HintIn(Place place, Staff to, TextKey key) implements Effect {
    @Override
    public Lane lane() {
      return Lane.DIRECT;
    }
  }

  /// Send this person a direct message with a link to the thread.
  record TellDirectly(Staff to, TextKey key, Map<String, Object> arguments) implements Effect {
    @Override
    public Lane lane() {
      return Lane.DIRECT;
    }
  }

  /// Let its writer know that a post is an internal note, which was kept from the visitor.
  ///
  /// @param desk where the post stands; empty in what was owed before conversations could move: on
  ///     the first desk
  record ConfirmNote(PostRef post, Staff writer, Optional<DeskRef> desk) implements Effect {
    static ConfirmNote on(DeskRef desk, PostRef post, Staff writer) {
      return new ConfirmNote(post, writer, Optional.of(desk));
    }

    @Override
    public Lane lane() {
      return Lane.DIRECT;
    }
  }

  /// Post a text of the bridge's in the thread, for the staff.
  record Notice(TextKey key, Map<String, Object> arguments) implements Effect {
    @Override
    public Lane lane() {
      return Lane.DESK;
    }
  }

  /// Call somebody in this channel: a post that links the card.
  record CallDesk(DeskRef desk) implements Effect {
    @Override
    public Lane lane() {
      return Lane.DESK;
    }
  }

  /// Take a call back: somebody has come.
  record RetractCall(DeskRef desk, PostRef post) implements Effect {
    @Override
    public Lane lane() {
      return Lane.DIRECT;
    }
  }

  /// Tell this person directly that a visitor waits, with *Take it* and a link.
  record CallPerson(Staff to, TextKey key, Map<String, Object> arguments) implements Effect {
    @Override
    public Lane lane() {
      return Lane.DIRECT;
    }
  }

  /// Offer this person, privately and with one tap, to make a promise of what they wrote.
  record OfferPromise(Staff to, Instant until) implements Effect {
    @Override
    public Lane lane() {
      return Lane.DIRECT;
    }
  }

  /// Send the visitor by email what they have not read of the messages from `after` to `upTo`.
  record Mail(String address, int after, int upTo) implements Effect {
    @Override
    public Lane lane() {
      return Lane.MAIL;
    }
  }

  /// Call the site's webhook: nobody came.
  record CallHook() implements Effect {
    @Override
    public Lane lane() {
      return Lane.HOOK;
    }
  }

  /// Count what the step means for the figures.
  record Count(Noted noted) implements Effect {
    @Override
    public Lane lane() {
      return Lane.FIGURES;
    }
  }

  /// Tell the firm's own warehouse what the step means for the figures.
  record Publish(Noted noted) implements Effect {
    @Override
    public Lane lane() {
      return Lane.EVENTS;
    }
  }

  /// Tell the site.
  record TellSite(SiteNews news) implements Effect {
    @Override
    public Lane lane() {
      return Lane.SITE;
    }
  }
}
