package io.threadbridge.web.wire;

import io.threadbridge.bridge.conversation.Lead;
import java.util.List;
import java.util.Optional;

/// What a visitor's client sends, section 5 of the visitor protocol. None of them says its words or
/// its token in `toString`.
public sealed interface FrameToBridge {
  /// The id that an answer must name, if the client gave one.
  default Optional<String> answerTo() {
    return Optional.empty();
  }

  /// The first frame on a socket: who comes, and the greatest number up to which it has everything.
  record Hello(String token, int after) implements FrameToBridge {
    @Override
    public String toString() {
      return "Hello[after=" + after + "]";
    }
  }

  /// Asks for any sign of life.
  record Ping() implements FrameToBridge {}

  /// New words of the visitor's; perhaps none, if files come with them.
  ///
  /// @param files ids of files that were sent before, at most [SharedFile#PER_MESSAGE_MAX]
  record Say(String id, String text, List<String> files) implements FrameToBridge {
    @Override
    public Optional<String> answerTo() {
      return Optional.of(id);
    }

    @Override
    public String toString() {
      return "Say[]";
    }
  }

  /// Other words in place of message `seq`.
  record Edit(String id, int seq, String text) implements FrameToBridge {
    @Override
    public Optional<String> answerTo() {
      return Optional.of(id);
    }

    @Override
    public String toString() {
      return "Edit[" + seq + "]";
    }
  }

  /// Message `seq` is taken back.
  record Delete(String id, int seq) implements FrameToBridge {
    @Override
    public Optional<String> answerTo() {
      return Optional.of(id);
    }
  }

  /// How many code points stand unsent in the composer. The words of a draft, should a client send
  /// them, are counted and forgotten where the frame is read.
  record Draft(int length) implements FrameToBridge {}

  /// Everything up to message `seq` was in front of the visitor.
  record Seen(int seq) implements FrameToBridge {}

  /// The visitor is on this page now.
  record Browsed(String url, String title) implements FrameToBridge {
    @Override
    public String toString() {
      return "Browsed[]";
    }
  }

  /// The contact form: a question, and how the visitor wants the answer.
  ///
  /// @param contact an address or a telephone number, as typed
  record Form(String id, String text, Lead.Way way, String contact, Optional<String> name)
      implements FrameToBridge {
    @Override
    public Optional<String> answerTo() {
      return Optional.of(id);
    }

    @Override
    public String toString() {
      return "Form[" + way + "]";
    }
  }

  /// What the visitor chose of what `state` offered.
  ///
  /// @param id so that a repeat is known
  /// @param way empty if the visitor would rather keep waiting
  /// @param contact an address or a telephone number, as typed
  record Choice(Optional<String> id, Optional<Lead.Way> way, Optional<String> contact)
      implements FrameToBridge {
    @Override
    public Optional<String> answerTo() {
      return id;
    }

    @Override
    public String toString() {
      return "Choice[" + way + "]";
    }
  }

  /// The visitor's rating: 1 to 5 stars, and a comment, perhaps empty.
  record Rate(Optional<String> id, int stars, String comment) implements FrameToBridge {
    @Override
    public Optional<String> answerTo() {
      return id;
    }

    @Override
    public String toString() {
      return "Rate[" + stars + "]";
    }
  }

  /// The visitor ended the chat.
  record Leave() implements FrameToBridge {}

  /// The visitor wants everything forgotten.
  record Erase() implements FrameToBridge {}

  /// A JSON object, but none of the above: a type that is not known here, or fields that are
  /// missing or of the wrong kind.
  record Malformed(Optional<String> id) implements FrameToBridge {
    @Override
    public Optional<String> answerTo() {
      return id;
    }
  }

  /// Not a JSON object at all.
  record Unreadable() implements FrameToBridge {}
}
