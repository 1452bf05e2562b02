package io.threadbridge.bridge.port;

/// Webhooks of a site.
public interface Hooks {
  /// Calls the site's webhook: a visitor waits and nobody has come. Repeated calls carry the same
  /// `id`.
  Delivery call(HookCall call);
}
