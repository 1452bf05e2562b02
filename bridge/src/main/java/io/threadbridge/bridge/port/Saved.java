package io.threadbridge.bridge.port;

/// How a save ended.
public enum Saved {
  /// Everything is saved.
  DONE,
  /// The version is another by now: load and decide again.
  SOMEBODY_WAS_FASTER,
  /// This event was handled before; nothing was changed, except that what it settles was settled.
  ALREADY_HANDLED,
  /// The lease that the settlement names is no longer ours; nothing was changed.
  LEASE_LOST,
  /// There is no such conversation (any more), or it was erased.
  GONE
}
