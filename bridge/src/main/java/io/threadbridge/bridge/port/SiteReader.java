package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.SiteFacts;
import io.threadbridge.bridge.conversation.SiteName;
import java.time.Instant;

/// Tells the rules what they may need to know of a site. Reads what this instance knows already: no
/// round trip to the store.
public interface SiteReader {
  /// The facts of a site at `now`; those of one that is always open for a site that is no longer
  /// configured.
  SiteFacts facts(SiteName site, Instant now);
}
