package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.OwedEffect;
import java.time.Instant;

/// Carries out the effects of one lane. All of them can be repeated without harm.
public interface LaneWork {
  /// Does it, and says what is known of it.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if our own store is away
  Delivery run(Started state, OwedEffect owed);

  /// Whether trying now is of any use.
  default boolean isWorthTrying(Instant now) {
    return true;
  }
}
