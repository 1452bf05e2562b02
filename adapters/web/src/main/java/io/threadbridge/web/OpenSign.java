package io.threadbridge.web;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.web.wire.FrameToVisitor;
import java.util.List;
import java.util.Optional;

/// What one line has been told of its site's availability: each change once, and only the last of
/// several. Used by one thread at a time, but for [#leave].
final class OpenSign {
  private final OpenSigns signs;
  private final SiteName site;
  private final Runnable changed;
  private Optional<FrameToVisitor> told = Optional.empty();

  /// The sign of this site; nothing is told yet.
  OpenSign(OpenSigns signs, SiteName site, Runnable changed) {
    this.signs = signs;
    this.site = site;
    this.changed = changed;
  }

  /// Has `changed` called after each change until [#leave].
  void join() {
    signs.join(site, changed);
  }

  /// What the line must be told, if anything.
  List<FrameToVisitor> news() {
    FrameToVisitor now = signs.of(site);
    if (told.filter(now::equals).isPresent()) {
      return List.of();
    }
    told = Optional.of(now);
    return List.of(now);
  }

  void leave() {
    signs.leave(site, changed);
  }
}
