package io.threadbridge.bridge.site;

import java.util.List;
import java.util.Map;

/// What must be done in the world because of a site's decision.
public sealed interface SiteEffect {
  /// Post this in the desk's channel; the texts make one post.
  record TellDesk(List<SiteText> texts, Map<String, Object> arguments) implements SiteEffect {}

  /// Let the open widgets know: chat and form have changed places.
  record ChangeAvailability() implements SiteEffect {}
}
