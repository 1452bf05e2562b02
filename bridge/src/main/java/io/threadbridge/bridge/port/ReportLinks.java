package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.site.DigestPeriod;
import java.net.URI;
import java.time.Duration;

/// Addresses on our own origin at which a site's figures of a period can be read as a file or seen
/// as a picture: whoever has one needs nothing else. Nothing personal is to be found there.
public interface ReportLinks {
  /// How long a link to a file works: it is asked for to be opened.
  Duration LIFE = Duration.ofHours(1);

  /// What a file is written as.
  enum Format {
    /// A table, RFC 4180.
    CSV,
    /// The same and more, nested.
    JSON
  }

  /// The address of a file, for [#LIFE].
  URI figures(SiteName site, DigestPeriod period, Format format);

  /// The address of a picture, for as long as figures are kept: it stands in a post that somebody
  /// may scroll back to years later.
  URI picture(PictureOf picture);
}
