package io.threadbridge.web;

import java.time.Instant;

/// When a line was last heard, and when it is next looked after and beats. Read by the beat while a
/// turn writes.
final class LineMoments {
  private volatile Instant heardAt;
  private volatile Instant lookAt;
  private volatile Instant beatAt;

  LineMoments(Instant now) {
    this.heardAt = now;
    this.lookAt = now.plus(VisitorSession.LOOK);
    this.beatAt = now.plus(VisitorSession.BEAT);
  }

  void heard(Instant now) {
    heardAt = now;
  }

  void looked(Instant now) {
    lookAt = now.plus(VisitorSession.LOOK);
  }

  /// The store was away: it is asked again soon.
  void lookAgain(Instant now) {
    lookAt = now.plus(VisitorSession.LOOK_AGAIN);
  }

  void beaten(Instant now) {
    beatAt = now.plus(VisitorSession.BEAT);
  }

  boolean isSilent(Instant now) {
    return heardAt.plus(VisitorSession.SILENT).isBefore(now);
  }

  boolean isLookDue(Instant now) {
    return !lookAt.isAfter(now);
  }

  boolean isBeatDue(Instant now) {
    return !beatAt.isAfter(now);
  }
}
