package io.threadbridge.bridge.site;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What must be done in the world because of a site's decision.
public sealed interface SiteEffect {
  /// One post in the desk's channel, which is owed until it stands there or is too old.
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

  /// Post how it went, if there is anything to tell.
  record TellDigest(DigestPeriod period) implements ForDesk {
    @Override
    public Duration goodFor() {
      return Digests.LATE_MAX;
    }
  }

  /// Let the open widgets know: chat and form have changed places.
  record ChangeAvailability() implements SiteEffect {}
}
