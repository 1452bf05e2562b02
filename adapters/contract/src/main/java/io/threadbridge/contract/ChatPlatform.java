package io.threadbridge.contract;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.TeamChat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A stand-in of a chat platform as people see it, with the adapter under test in front of it. Each
/// adapter's test brings one; it knows nothing of the adapter but its wire.
public interface ChatPlatform {
  /// What becomes of the next call that writes.
  enum Failure {
    /// It is not done, and never will be.
    REFUSED,
    /// It is done, and no answer comes that tells so.
    UNKNOWN_AFTER_DOING,
    /// It is not done: too many calls; see [ChatPlatform#pause()].
    TOO_FAST,
    /// The connection breaks, and it is not done.
    AWAY,
    /// It is not done, and nothing is ever answered.
    HANGING
  }

  /// The adapter under test.
  TeamChat chat();

  /// A desk on which nothing stands before each test.
  DeskRef desk();

  /// A person of the firm.
  Staff anna();

  /// Another person of the firm.
  Staff bertil();

  /// Whether the platform can look for a post.
  boolean canLook();

  /// How many roots stand in the desk's channel: cards, calls, and what got there by mistake.
  int roots();

  /// All that can be read on the card of a thread.
  String card(ThreadRef thread);

  /// The visitor's messages that stand in the thread under its card, one by one, as people read
  /// them; together in order, whatever posts they stand in.
  List<String> words(ThreadRef thread);

  /// All that can be read of each post with a file in the thread, in order: the file's name, and
  /// who
  /// sent it.
  List<String> files(ThreadRef thread);

  /// Somebody of the firm posts a file on the desk; says what the adapter opens it with.
  String posted(byte[] bytes, String name);

  /// Whoever posted that file deletes it.
  void withdraw(String reference);

  /// All that can be read of a post in the channel; empty if it does not stand there.
  Optional<String> post(PostRef post);

  /// What only this person was shown, in order; each may hold more than the text.
  List<String> seenBy(Staff person);

  /// How many calls to people stand in what was posted: mentions and calls to all.
  int pings();

  /// How many people a call mentions of itself: none where a post at a channel's root notifies
  /// them anyway.
  default int calledByACall() {
    return 0;
  }

  /// Somebody deletes the card of a thread.
  void delete(ThreadRef thread);

  /// Lets the next call that writes something which people read fail.
  void failNext(Failure failure);

  /// How long the platform asks to be left alone after [Failure#TOO_FAST].
  Duration pause();
}
