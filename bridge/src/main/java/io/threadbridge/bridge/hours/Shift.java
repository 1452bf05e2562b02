package io.threadbridge.bridge.hours;

import io.threadbridge.bridge.conversation.Staff;
import java.time.Instant;

/// One person's time on call.
///
/// @param until after `from`; exclusive
public record Shift(Staff who, Instant from, Instant until) {
  public Shift {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a shift ends before it begins");
    }
  }

  /// Whether this moment is in it.
  public boolean covers(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
