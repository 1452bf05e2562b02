package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.site.DigestPeriod;
import java.util.Optional;

/// Which picture of a site's figures is meant: enough to draw it again.
///
/// @param desk what happened at this desk; empty: at all of them
public record PictureOf(
    SiteName site, Optional<DeskRef> desk, DigestPeriod period, Subject subject) {
  /// What is seen.
  public enum Subject {
    /// In which hours of the week visitors wrote: a heat map.
    HOURS,
    /// How the weeks up to the period's went.
    TREND
  }
}
