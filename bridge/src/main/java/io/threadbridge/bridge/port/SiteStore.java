package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.site.SiteState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps the sites' values: state, what was handled and wake-up, changed together or not at all.
public interface SiteStore {
  /// How long what was handled is remembered, at least.
  Duration HANDLED_FOR = Duration.ofHours(24);

  /// So many handled ids are remembered of one site; the oldest are forgotten first.
  int HANDLED_MAX = 20_000;

  /// The most ids of one save.
  int IDS_MAX = 100;

  /// A claimed wake-up comes again after this if nobody saves the site.
  Duration LEASE = Duration.ofSeconds(30);

  /// A site as it is kept.
  ///
  /// @param version 1 after the first save
  record Kept(SiteState state, long version) {}

  /// What a step needs.
  ///
  /// @param kept empty if nothing was ever saved of this site
  /// @param handled those of the ids that were handled before
  record Loaded(Optional<Kept> kept, Set<String> handled) {
    /// The version to be expected by the save; 0 if there is none yet.
    public long version() {
      return kept.map(Kept::version).orElse(0L);
    }
  }

  /// One step of a site.
  ///
  /// @param expectedVersion the version that was loaded, 0 for none
  /// @param handled what is handled by it, at most [#IDS_MAX] ids
  /// @param wakeAt becomes the wake-up; none: removed
  record SiteSave(
      long expectedVersion,
      List<String> handled,
      SiteState next,
      Optional<Instant> wakeAt,
      Instant now) {}

  /// Who is due.
  ///
  /// @param next when the next one will be; empty if none is known
  record Due(List<SiteName> sites, Optional<Instant> next) {}

  /// The site, and which of the ids were handled.
  Loaded load(SiteName site, List<String> ids);

  /// The site if it is kept in another version than this one.
  Optional<Kept> newer(SiteName site, long version);

  /// Saves everything of one step; false, and nothing is changed, if the version is another by now.
  boolean save(SiteSave save);

  /// Claims at most `most` sites whose moment has come.
  Due claimDue(Instant now, int most);
}
