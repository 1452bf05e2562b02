package io.threadbridge.bridge.figures;

import java.util.Arrays;
import java.util.Optional;

/// A length of time whose distribution is kept, not only how often it came up.
public enum Measure {
  /// From the visitor's first unanswered word in the chat to the first word of a person of the
  /// firm in this conversation.
  FIRST_ANSWER(1),
  /// The same for every wait after a person has answered once. It runs on through a promise.
  LATER_ANSWER(2),
  /// From the first unanswered word to the end of a wait that no person's word ended: the visitor
  /// left, chose another way, was told that nobody came, was answered without words or erased.
  UNANSWERED(3),
  /// From the visitor's first word to the close of the chat. Of one that was reopened it counts to
  /// each close anew; a lead's end is not the end of a chat.
  DURATION(4),
  /// From the claim of whoever has it at the close to the last word of a person of the firm: the
  /// time that it took somebody. Whoever answers without a claim claims by it, so it is 0 where one
  /// word was enough.
  HANDLING(5),
  /// While the staff owed the next word: each stretch between two signs of life, the first one from
  /// the visitor's first unanswered word, the last one to the end of the wait. A sign of life is a
  /// word of a person, a claim, or a text of the bridge.
  SILENCE(6),
  /// From the moment at which a person was woken to their claim or their first word.
  WOKEN(7);

  private final int code;

  Measure(int code) {
    this.code = code;
  }

  /// What it is called where figures are stored: never another's, and never changed.
  public int code() {
    return code;
  }

  /// The one of this code; empty for one that only a later version of the program knows.
  public static Optional<Measure> ofCode(int code) {
    return Arrays.stream(values()).filter(measure -> measure.code == code).findFirst();
  }
}
