package io.threadbridge.bridge.site;

import java.util.List;

/// What a site's rules answer to an event.
public sealed interface SiteDecision {
  /// The site moves on; what the desk is owed is part of the next state.
  ///
  /// @param effects what must be done once it is saved
  record Move(SiteState next, List<SiteEffect> effects) implements SiteDecision {}

  /// Nothing changes.
  record Ignore(String because) implements SiteDecision {}
}
