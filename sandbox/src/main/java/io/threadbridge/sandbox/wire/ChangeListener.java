package io.threadbridge.sandbox.wire;

import tools.jackson.databind.node.ObjectNode;

/// Learns at once of everything that somebody who looks at the workspace would see change.
@FunctionalInterface
public interface ChangeListener {
  /// `change` has a `type` and is the listener's own copy; called under the workspace's lock, so it
  /// must not wait.
  void changed(ObjectNode change);
}
