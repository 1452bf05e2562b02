package io.threadbridge.bridge.site;

import io.threadbridge.bridge.conversation.DeskRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What must be done in the world because of a site's decision.
public sealed interface SiteEffect {
  /// One post in a desk's channel, which is owed until it stands there or is too old.
  sealed interface ForDesk extends SiteEffect {
    /// How long it is worth reading.
    Duration goodFor();
  }

  /// Post this; the texts make one post.
  record TellDesk(List<SiteText> texts, Map<String, Object> arguments) implements ForDesk {
    @Override
    public Duration goodFor() {
      return Words.STALE;
    }
  }

  /// Post how it went at a desk, if there is anything to tell.
  ///
  /// @param elsewhere another desk than the site's own, which is told then; empty: its own
  record TellDigest(DigestPeriod period, Optional<DeskRef> elsewhere) implements ForDesk {
    @Override
    public Duration goodFor() {
      return Digests.LATE_MAX;
    }
  }

  /// Let the open widgets know: chat and form have changed places.
  record ChangeAvailability() implements SiteEffect {}
}
