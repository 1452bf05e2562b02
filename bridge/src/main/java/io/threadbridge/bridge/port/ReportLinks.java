package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.site.DigestPeriod;
import java.net.URI;
import java.time.Duration;

/// Addresses on our own origin at which a site's figures of a period can be read as a file: whoever
/// has one needs nothing else, for [#LIFE].
public interface ReportLinks {
  /// How long a link works: it is asked for to be opened.
  Duration LIFE = Duration.ofHours(1);

  /// What a file is written as.
  enum Format {
    /// A table, RFC 4180.
    CSV,
    /// The same and more, nested.
    JSON
  }

  /// The address of a file.
  URI figures(SiteName site, DigestPeriod period, Format format);
}
