package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.Effect;
import java.time.Instant;

/// An effect that waits in its lane.
///
/// @param id unique within its conversation: `<version>.<number>`
/// @param since when it was saved
public record OwedEffect(String id, Effect effect, Instant since) {
  /// The conversation's version with which it was saved: the number of its step.
  public long version() {
    return Long.parseLong(id.substring(0, id.indexOf('.')));
  }
}
