package io.threadbridge.config;

import java.util.List;
import java.util.Optional;

/// The hands and eyes of a desk's people on one platform, for one story. What they look at is what
/// is there now; whoever waits for something looks again.
interface StaffHands {
  /// What this platform calls somebody, to colleagues and visitors.
  String nameOf(Colleague who);

  /// What people write before a command for the whole channel.
  String command();

  /// The newest card whose visitor's first words these are, once there is one.
  CardThread thread(String words);

  /// Gives the bridge a command for the whole channel; what only this person reads as its answer.
  String ask(Colleague who, String words);

  /// What only this person could read since the story began: hints and direct messages, the oldest
  /// first.
  List<String> privateWords(Colleague who);

  /// Presses the newest button with this label that only this person sees.
  void pressPrivately(Colleague who, String label);

  /// What stands in the desk's channel beside the threads, the oldest first.
  List<String> channel();

  /// One card with its thread.
  interface CardThread {
    /// Writes in the thread; the name of the post.
    String write(Colleague who, String words);

    /// Shares a file in the thread, with words or without; the name of the post.
    String attach(Colleague who, String file, String words);

    /// Shares a file that is kept elsewhere, so that the bridge cannot have its bytes.
    void attachFromElsewhere(Colleague who, String file, String words);

    /// The bytes of the pictures of this name that people see below the card.
    List<byte[]> pictures(String file);

    /// The bytes that somebody gets who opens the file of this name below the card; empty if there
    /// is nothing to open.
    Optional<byte[]> open(String file);

    void change(Colleague who, String post, String words);

    void takeBack(Colleague who, String post);

    /// Presses the button of this label on the card and says yes to what it asks; the question,
    /// empty if none was asked.
    String press(Colleague who, String label);

    /// Chooses an option of the menu of this label on the card.
    void choose(Colleague who, String menu, String option);

    /// Picks a person in the menu of this label on the card.
    void pick(Colleague who, String menu, Colleague whom);

    /// Reacts to the card with `eyes` or `a check mark`.
    void react(Colleague who, String reaction);

    /// Writes a command in the thread, such as `close`.
    void command(Colleague who, String words);

    /// All words on the card, with the labels of its buttons and menus.
    String card();

    /// The words of our posts below the card, the oldest first.
    List<String> posts();

    /// Whether this person sees that a post of theirs was taken as an internal note.
    boolean isConfirmed(Colleague who, String post);
  }
}
