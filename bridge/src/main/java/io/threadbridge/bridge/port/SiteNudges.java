package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.SiteName;
import java.time.Instant;
import java.util.Optional;

/// Told after each save of a site, so that nobody has to poll. A lost nudge costs a poll interval.
public interface SiteNudges {
  /// The site is saved.
  ///
  /// @param wakeAt when it wants to be woken next
  /// @param availability whether chat and form have changed places: every instance should look
  void saved(SiteName site, Optional<Instant> wakeAt, boolean availability);
}
