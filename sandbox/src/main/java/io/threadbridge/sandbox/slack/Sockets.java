package io.threadbridge.sandbox.slack;

import tools.jackson.databind.node.ObjectNode;

/// The open Socket Mode connections, as far as deliveries need to know.
interface Sockets {
  boolean anyOpen();

  int count();

  /// Gives a frame to one of the open sockets and calls `sent` when it has left; a frame that no
  /// socket took is simply never acknowledged.
  void send(ObjectNode frame, Runnable sent);
}
