package io.threadbridge.hook;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.EventFeed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Posts events to the firms' warehouses over HTTP, signed like webhooks (see `docs/webhooks.md`).
///
/// A receiver whose address or key must be mended first is not one that refuses: the events are
/// wanted, and late is better than never.
public final class HttpEvents implements EventFeed, AutoCloseable {
  /// Not let in, not there (yet), or too slow for a proxy on the way.
  private static final Set<Integer> MENDABLE = Set.of(401, 403, 404, 408);

  private final Map<SiteName, HookTarget> targets;
  private final HookClient client;

  /// The receivers of these sites.
  public HttpEvents(Map<SiteName, HookTarget> targets, InstantSource clock) {
    this(targets, clock, HttpHooks.TIMEOUT);
  }

  HttpEvents(Map<SiteName, HookTarget> targets, InstantSource clock, Duration timeout) {
    this.targets = Map.copyOf(targets);
    this.client = new HookClient("sites.<name>.events", MENDABLE, clock, timeout);
  }

  @Override
  public Delivery publish(SiteName site, List<Event> events) {
    HookTarget target = targets.get(site);
    return target == null
        ? new Delivery.Refused("no receiver of events is configured for the site any more")
        : client.postSigned(target, EventBodies.of(site, events));
  }

  @Override
  public void close() {
    client.close();
  }
}
