package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.SiteName;
import java.util.function.Consumer;

/// Tells whether sites take visitors, and tells of every change within two seconds, on whichever
/// instance it happened.
public interface Availabilities {
  /// As it is now, from what this instance knows; no round trip.
  Availability of(SiteName site);

  /// Tells `listener` of every change until the returned handle is closed; calls are short and may
  /// come from any thread.
  Watch watch(SiteName site, Consumer<Availability> listener);

  /// A registration.
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
