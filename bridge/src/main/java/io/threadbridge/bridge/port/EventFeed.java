package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Noted;
import java.util.List;

/// Where a site's events go: a service of the firm's, such as the door of its warehouse. It may be
/// slow, away for hours, or handed the same event again.
public interface EventFeed {
  /// The most events of one call.
  int EVENTS_MAX = 50;

  /// The most facts of one call, of all its events together; with both limits a call is under
  /// 64 KB.
  int FACTS_MAX = 300;

  /// One step of a conversation that means something for the figures.
  ///
  /// @param id the same whenever the same step is told again
  /// @param conversation the same for all events of one conversation, and used nowhere else
  record Event(String id, String conversation, Noted noted) {}

  /// Tells these events of one conversation of this site, which come in order.
  ///
  /// @param events at least one, at most [#EVENTS_MAX]
  Delivery publish(SiteName site, List<Event> events);
}
