package io.threadbridge.hook;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.HookCall;
import io.threadbridge.bridge.port.Hooks;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Calls webhooks over HTTP when a visitor waits.
///
/// A call that was perhaps taken is [Delivery.Unknown] and comes again with the same id: receivers
/// know it by that (see `docs/webhooks.md`).
public final class HttpHooks implements Hooks, AutoCloseable {
  /// For the connection, and again for the answer's head.
  static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Map<SiteName, HookTarget> targets;
  private final Function<HookCall, Optional<URI>> links;
  private final HookClient client;

  /// Webhooks of these sites.
  ///
  /// @param links where the staff find the conversation, if that can be told
  public HttpHooks(
      Map<SiteName, HookTarget> targets,
      Function<HookCall, Optional<URI>> links,
      InstantSource clock) {
    this(targets, links, clock, TIMEOUT);
  }

  HttpHooks(
      Map<SiteName, HookTarget> targets,
      Function<HookCall, Optional<URI>> links,
      InstantSource clock,
      Duration timeout) {
    this.targets = Map.copyOf(targets);
    this.links = links;
    this.client = new HookClient("on-call.webhook.address", Set.of(), clock, timeout);
  }

  @Override
  public Delivery call(HookCall call) {
    HookTarget target = targets.get(call.site());
    if (target == null) {
      return new Delivery.Refused("no webhook is configured for the site");
    }
    byte[] body = HookBodies.of(call, target, links.apply(call));
    return switch (target.format()) {
      case PAGERDUTY -> client.post(target, body);
      case THREADBRIDGE -> client.postSigned(target, body);
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
