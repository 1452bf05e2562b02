package io.threadbridge.bridge.conversation;

import java.time.Instant;

/// The wait for an answer that comes another way, or later.
///
/// @param since when the visitor stopped waiting in the chat
/// @param until when it ends if nobody ticks the lead off
public record Deferral(Instant since, Instant until) {
  static Deferral begin(Instant now, Policy policy) {
    return new Deferral(now, now.plus(policy.leadKept()));
  }
}
