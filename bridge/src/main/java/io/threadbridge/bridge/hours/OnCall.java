package io.threadbridge.bridge.hours;

import io.threadbridge.bridge.conversation.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who is to be woken when a visitor waits: a rota of layers, shifts of a calendar, or these with
/// somebody standing in.
public interface OnCall {
  /// How far a change is looked for.
  int DAYS_AT_MOST = 400;

  /// Whom to wake at this moment, in this order and nobody twice: the on-call person, then the next
  /// in line. Nothing where nobody is named then.
  List<Staff> at(Instant moment);

  /// When the answer is next another one, after this moment; nothing if not within
  /// [#DAYS_AT_MOST].
  Optional<Instant> nextChange(Instant moment);

  /// This line, and after it the other's: who is asked when nobody of this one comes.
  default OnCall then(OnCall other) {
    return new InLine(List.of(this, other));
  }
}
